// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The 20 vectors of many that are most like one: what that takes, of everyone who can do it, in one run, and how much of the
// truth each finds. Runs in Node and in a page alike.
import { newRandom } from '../random.mjs'
import { time } from '../time.mjs'
import { byHand, plainDot, unrolledDot } from './contestants/byHand.mjs'
import { openScan } from './contestants/etalage.mjs'
import { openOnnx } from './contestants/onnx.mjs'
import { openOrama } from './contestants/orama.mjs'
import { openSlot } from './contestants/slot.mjs'
import { openTfjs } from './contestants/tfjs.mjs'
import { openVoy } from './contestants/voy.mjs'
import { makeVectors } from './makeVectors.mjs'
import { recall, truth } from './recall.mjs'

const k = 20
const queries = 16
// They rank by angle and by distance. Rows of whole bytes are of unit length but for a thousandth, so that now and then another
// one is the twentieth.
const ranksOtherwise = ['voy', 'Orama']

/**
 * `wasm`: modules, by name; `addresses`: of those that are fetched. `more`: contestants that only this place has, by name: given the
 * vectors, each opens. Gives { micros, recall } by contestant, and `missing`: why others could not take part.
 */
export async function compareScans({ wasm, addresses, count, rounds, more = {} }) {
  const vectors = makeVectors(count)
  const random = newRandom(13)
  const asked = Array.from({ length: queries }, () => random.below(count))
  const etalage = await openScan({ wasm: wasm['bench-scan'], vectors })
  const { contestants, missing } = await openAll({
    etalage: () => etalage,
    'etalage, similar': () => openSlot({ wasm: wasm.etalage, pack: etalage.pack }),
    'onnxruntime-web': () => openOnnx(vectors, k, wasm.onnx),
    'tfjs, WebAssembly': () => openTfjs(vectors, k, addresses.tfjs),
    voy: () => openVoy(vectors, wasm.voy),
    Orama: () => openOrama(vectors),
    'JavaScript, a loop': () => byHand(vectors, plainDot),
    'JavaScript, unrolled': () => byHand(vectors, unrolledDot),
    ...Object.fromEntries(Object.entries(more).map(([name, open]) => [name, () => open(vectors)])),
  })

  const truths = asked.map((row) => truth(vectors, row, k))
  const found = {}
  for (const [name, { search }] of Object.entries(contestants)) {
    const answers = []
    for (const row of asked) answers.push(Array.from(await search(row, k)))
    found[name] = recall(answers, truths)
    if (found[name] < 1 && !ranksOtherwise.includes(name)) {
      throw new Error(`${name} finds ${found[name]} of the top ${k} of ${count}: expected all`)
    }
  }
  const running = Object.entries(contestants).map(([name, { search }]) => [
    name,
    { reset() {}, run: (i) => search(asked[i], k) },
  ])
  const micros = await time(Object.fromEntries(running), { rounds, events: queries })
  return { micros, recall: found, missing }
}

/** A peer that does not load here is left out, with the reason. */
async function openAll(opening) {
  const contestants = {}
  const missing = {}
  for (const [name, open] of Object.entries(opening)) {
    try {
      contestants[name] = await open()
    } catch (error) {
      if (name.startsWith('etalage')) throw error
      missing[name] = String(error)
    }
  }
  return { contestants, missing }
}
