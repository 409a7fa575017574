// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// P7, with the engine that is shipped: whatever bit of a journal turns, what is read is a profile that was.
import assert from 'node:assert/strict'
import test from 'node:test'
import { makePack } from '../../wasm/support/pack.mjs'
import { newRuntime } from '../../wasm/support/runtime.mjs'
import { Engine, foldJournal } from './support/storage.mjs'

const now = Date.UTC(2026, 0, 5)
const generation = new Uint8Array(16)
const engine = new Engine(await newRuntime())
engine.open(await makePack(40))

const state = () => Buffer.from(engine.snapshot(now)).toString('hex')

function record(i) {
  const items = [[{ key: 'item_id', value: `sku-${i}` }]]
  return engine.track({ name: 'view_item', transactionId: '', fields: [], items }, now + i)
}

/** A snapshot of two events and three records, with the states on the way there. */
function golden() {
  engine.beginProfile(generation)
  const states = [state()]
  record(0)
  record(1)
  const snapshot = { upTo: 5, bytes: engine.snapshot(now) }
  states.push(state())
  const records = [6, 7, 8].map((key) => {
    const bytes = record(key)
    states.push(state())
    return { key, bytes }
  })
  return { journal: { generation, snapshot, records, lastKey: 8 }, states }
}

test('one bit that turns anywhere costs what comes after it, and nothing before', () => {
  const { journal, states } = golden()
  const parts = [journal.snapshot, ...journal.records]
  for (const [i, part] of parts.entries()) {
    for (let bit = 0; bit < part.bytes.length * 8; ++bit) {
      part.bytes[bit >> 3] ^= 1 << (bit & 7)
      const fold = foldJournal(engine, journal)
      assert.equal(fold.whole, false, `part ${i}, bit ${bit}`)
      if (!fold.newer) assert.equal(fold.from, i === 0 ? 0 : part.key)
      assert.equal(state(), states[i], `part ${i}, bit ${bit}`)
      part.bytes[bit >> 3] ^= 1 << (bit & 7)
    }
  }
  assert.deepEqual(foldJournal(engine, journal), { whole: true })
  assert.equal(state(), states.at(-1))
})

test('a record that is cut off anywhere costs itself', () => {
  const { journal, states } = golden()
  const last = journal.records.at(-1)
  const { bytes } = last
  for (let length = 0; length < bytes.length; ++length) {
    last.bytes = bytes.subarray(0, length)
    assert.deepEqual(foldJournal(engine, journal), { whole: false, newer: false, from: 8 })
    assert.equal(state(), states.at(-2))
  }
})
