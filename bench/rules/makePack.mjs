// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// A pack whose rules are the given segments, made as the command line makes one.
import { readFileSync } from 'node:fs'
import createModule from '../../js/build/dist/etalage-build.js'
import { Encoder } from '../../js/build/dist/builder/Encoder.js'
import { encodeProducts } from '../../js/build/dist/builder/encodeProducts.js'
import { encodeSettings } from '../../js/build/dist/builder/encodeSettings.js'
import { repository } from '../../toolchain/paths.mjs'
import { longestDays } from './segments.mjs'
import { segmentText } from './text.mjs'

const wasmBinary = readFileSync(`${repository}/js/build/dist/etalage-build.wasm`)
const segmentKind = 2
const personalise = 1

export async function makePack(segments) {
  const { Builder } = await createModule({ wasmBinary })
  const builder = new Builder()
  const give = (bytes) => builder.input(bytes.length).set(bytes)
  const check = (done) => {
    if (!done) throw new Error(builder.error())
  }
  // The rules bring what they ask of an item with the event: the catalogue plays no part.
  const product = {
    id: 'sku',
    aliases: [],
    title: 'Product',
    category: 'shelf',
    brand: 'brand',
    url: '/',
    image: '',
  }
  give(
    encodeProducts([
      { ...product, price: 1, inStock: true, hidden: false, added: NaN, values: [] },
    ]),
  )
  check(builder.setProducts())
  give(
    encodeSettings({
      minSupport: 3,
      retentionDays: longestDays,
      off: false,
      currency: 'EUR',
      seed: 1,
      slots: [],
    }),
  )
  check(builder.setSettings())
  give(encodeSegments(segments))
  check(builder.setRules())
  give(new Uint8Array(new Uint32Array([0]).buffer))
  check(builder.setHistory(0, 0))
  check(builder.begin())
  while (builder.step(1_000) < 1);
  check(builder.finish())
  const pack = builder.output().slice()
  builder.delete()
  return pack
}

/** As core/train/rules_message.h draws it. */
function encodeSegments(segments) {
  const none = 0
  const out = new Encoder().f64(longestDays * 86_400_000).u8(none)
  out.u32(none) // facts
  out.u32(segments.length)
  for (const segment of segments) {
    out.u8(segmentKind).text(segment.name).text('').text('').u8(personalise).u8(none)
    out.u32(none).f64(none) // no cap
    out.u32(1).text('').text(segmentText(segment)).f64(1)
  }
  // Events, attributes, distributions, sensitive terms, allowed ones, texts, measures, experiments.
  for (let i = 0; i < 8; ++i) out.u32(none)
  out.f64(none).f64(none) // no budget
  return out.bytes()
}
