// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The benchmarks compare what gives the same answers. No time is judged here: nobody knows what else the machine does.
import assert from 'node:assert/strict'
import test from 'node:test'
import { measureMemory } from '../bench/memory/measureMemory.mjs'
import { check } from '../bench/rules/check.mjs'
import { measureRules } from '../bench/rules/measureRules.mjs'
import { table } from '../bench/table.mjs'

const contestant = (answers) => ({ reset() {}, run() {}, holds: () => answers })
const task = { segments: [{ name: 'a' }, { name: 'b' }], events: [{}] }

test('a contestant with another answer stops the benchmark', async () => {
  const page = contestant([true, false])
  const agreement = await check({ page, peer: contestant([true, false]) }, task)
  assert.deepEqual(agreement, { checked: 2, held: 1 })
  await assert.rejects(
    check({ page, peer: contestant([true, true]) }, task),
    /peer says true where the engine says false: b/,
  )
})

test('every contestant agrees with the engine in Node and in Chromium, and every figure has its shape', async () => {
  const results = [...(await measureRules(1)), ...(await measureMemory())]
  for (const { name, ours, unit, peer, theirs, ratio } of results) {
    for (const text of [name, unit, peer]) assert.match(text, /./, name)
    assert.ok(ours > 0 && theirs > 0, name)
    assert.equal(ratio, theirs / ours, name)
  }
  assert.equal(table(results).split('\n').length, results.length + 1)
  for (const where of ['Node', 'Chromium']) {
    for (const peer of ['json-rules-engine', 'json-logic-js', 'GrowthBook', 'mingo', 'by hand']) {
      const isMet = (result) => result.name.endsWith(where) && result.peer.startsWith(peer)
      assert.ok(results.some(isMet), `${peer} in ${where}`)
    }
  }
})
