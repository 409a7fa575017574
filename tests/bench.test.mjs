// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The benchmarks compare what gives the same answers. No time is judged here: nobody knows what else the machine does.
import assert from 'node:assert/strict'
import test from 'node:test'
import { measureCollector } from '../bench/collector/measureCollector.mjs'
import { measureMemory } from '../bench/memory/measureMemory.mjs'
import { measureRecommend } from '../bench/recommend/measureRecommend.mjs'
import { recall, truth } from '../bench/recommend/recall.mjs'
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

function assertShapes(results) {
  for (const { name, ours, unit, peer, theirs, ratio } of results) {
    for (const text of [name, unit, peer]) assert.match(text, /./, name)
    // What is found by subtraction can be nothing, or less, on a busy machine.
    assert.ok(Number.isFinite(ours) && theirs > 0, name)
    assert.equal(ratio, theirs / ours, name)
  }
  assert.equal(table(results).split('\n').length, results.length + 1)
}

test('every contestant agrees with the engine in Node and in Chromium, and every figure has its shape', async () => {
  const results = [...(await measureRules(1)), ...(await measureMemory())]
  assertShapes(results)
  for (const where of ['Node', 'Chromium']) {
    for (const peer of ['json-rules-engine', 'json-logic-js', 'GrowthBook', 'mingo', 'by hand']) {
      const isMet = (result) => result.name.endsWith(where) && result.peer.startsWith(peer)
      assert.ok(results.some(isMet), `${peer} in ${where}`)
    }
  }
})

test('the truth is the rows with the highest dot products, and recall the share of them that is found', () => {
  const components = new Int8Array(4 * 64)
  ;[10, 20, -5, 20].forEach((value, row) => (components[row * 64] = value))
  const vectors = { count: 4, components, scales: Uint16Array.of(9, 2, 9, 9) }
  assert.deepEqual(truth(vectors, 0, 3), [3, 0, 1])
  assert.equal(recall([[3, 1], [0]], [[3, 0], [0]]), 2 / 3)
})

// Who does not find all stops the benchmark.
test('every contestant finds the same products, in Node and in Chromium, and slots fill', async () => {
  const results = await measureRecommend(1, { counts: [500], products: 400, sessions: 500 })
  assertShapes(results)
  const peers = ['onnxruntime-web', 'tfjs', 'voy', 'Orama', 'JavaScript, a loop']
  const expected = { Node: [...peers, 'usearch'], Chromium: peers }
  for (const [where, names] of Object.entries(expected)) {
    for (const peer of names) {
      const isMet = (result) => result.name.endsWith(where) && result.peer.startsWith(peer)
      assert.ok(results.some(isMet), `${peer} in ${where}`)
    }
    assert.ok(results.some(({ name }) => name === `recommend, filtered, ${where}`))
    assert.ok(results.some(({ name }) => name === `recommend, arranged, ${where}`))
  }
})

// A report that is not counted stops the benchmark.
test('every report of the benchmark is counted, by the collector and by its peer', async () => {
  assertShapes(await measureCollector(1, 300))
})
