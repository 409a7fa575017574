// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What a slot takes to fill for a shopper with 20 events, by the shipped module. Runs in Node and in a page alike.
import { Engine } from '../../js/etalage/src/engine/Engine.ts'
import { startRuntime } from '../../js/etalage/src/engine/startRuntime.ts'
import { time } from '../time.mjs'

const calls = 16

/** Gives microseconds by slot, and how many products each has shown. */
export async function compareSlots({ wasm, pack, slots, visited, rounds }) {
  const engine = new Engine(await startRuntime(wasm))
  engine.open(pack)
  engine.beginProfile(new Uint8Array(8))
  engine.allow({ personalise: 'granted', measure: 'granted' })
  visited.forEach((id, i) => {
    const item = [{ key: 'item_id', value: id }]
    engine.track({ name: 'view_item', transactionId: '', fields: [], items: [item] }, start + i)
  })
  engine.update(start + visited.length, 0)
  // An answer is remembered as long as its page: every one is on a page of its own.
  const recommend = (slot) => {
    engine.setPage({ type: 'home' })
    const request = { slot, count: 20, item: '', exclude: [], lang: 'en' }
    return engine.recommend(request, start, 0).items
  }
  const contestants = slots.map((slot) => [slot, { reset() {}, run: () => void recommend(slot) }])
  const shown = Object.fromEntries(slots.map((slot) => [slot, recommend(slot)]))
  const micros = await time(Object.fromEntries(contestants), { rounds, events: calls })
  return { micros, shown }
}

const start = Date.UTC(2026, 0, 5, 9)
