// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What 2,000 events and 500 rules take: of the heap, natively counted, and of etalage-rules.wasm's memory.
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { repository } from '../../toolchain/paths.mjs'
import { runNative } from '../native.mjs'
import { makePack } from '../rules/makePack.mjs'
import { makeSegments } from '../rules/segments.mjs'
import { makeEvents } from '../rules/shopper.mjs'
import { result } from '../table.mjs'

const budget = 1024 // KiB
const rules = 500
const kept = 2_000

export async function measureMemory() {
  const segments = makeSegments(rules)
  const pack = await makePack(segments)
  // A shopper whose events all lie in the longest window: it is moved on by a minute an event.
  const events = makeEvents(kept).map((event, i, { 0: first }) => ({
    ...event,
    time: first.time + i * 60_000,
  }))
  const wasm = readFileSync(`${repository}/js/etalage/dist/etalage-rules.wasm`)
  const { openEtalage } = await import(pathToFileURL(`${repository}/build/bench/compare.mjs`))
  const history = events.slice(0, 1)
  const { data, memory } = await openEtalage({
    wasm,
    pack,
    segments,
    history,
    events: events.slice(1),
  })
  const counted = runNative('bench_memory', data)
  const kibibytes = (bytes) => bytes / 1024
  const name = `${kept} events, ${rules} rules: `
  return [
    result(
      `${name}heap, without the pack`,
      'KiB',
      kibibytes(counted.live - counted.pack),
      'budget',
      budget,
    ),
    result(
      `${name}heap at its peak, with the pack`,
      'KiB',
      kibibytes(counted.peak),
      'budget',
      budget,
    ),
    result(
      `${name}memory of the module, all in all`,
      'KiB',
      kibibytes(memory.buffer.byteLength),
      'budget',
      budget,
    ),
  ]
}
