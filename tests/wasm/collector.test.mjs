// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The collector's module: it imports nothing, answers in JSON, and refuses what no reports can add up to.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { repository } from '../../toolchain/paths.mjs'
import { answer, give, why } from './support/runtime.mjs'

const module = new WebAssembly.Module(
  readFileSync(`${repository}/build/wasm/etalage-collector.wasm`),
)

function started() {
  const { exports } = new WebAssembly.Instance(module)
  exports._initialize()
  return exports
}

/** Numbers as the module reads them: [bytes each, ...numbers], where 8 bytes are a floating-point number. */
function question(...parts) {
  return Buffer.concat(
    parts.map(([size, ...numbers]) => {
      const bytes = Buffer.alloc(size * numbers.length)
      numbers.forEach((number, i) => {
        if (size === 8) bytes.writeDoubleLE(number, i * size)
        else bytes.writeUIntLE(number, i * size, size)
      })
      return bytes
    }),
  )
}

const tally = (rows, columns, counts) => [
  [1, 1],
  [4, rows, columns, 3, 1],
  [8, counts.reduce((sum, count) => sum + count), ...counts],
]
const trial = [...tally(2, 2, [3500, 3000, 1600, 1900]), [1, 1, 1], [8, 0.5]]

function ask(call, ...parts) {
  const runtime = started()
  give(runtime, question(...parts))
  assert.ok(runtime[call](), why(runtime))
  return answer(runtime)
}

test('it imports nothing', () => {
  assert.deepEqual(WebAssembly.Module.imports(module), [])
})

test('it estimates how many shoppers are in each bucket', () => {
  const { reports, perReport, estimates } = ask('estimate', ...tally(4, 1, [400, 300, 200, 100]))
  assert.deepEqual([reports, perReport], [1000, 3])
  assert.deepEqual(
    estimates.map(({ count }) => count),
    [700, 400, 100, -200],
  )
  assert.equal(
    estimates.reduce((sum, { display }) => sum + display * 1e6, 0),
    1e6 - 1, // thrice a third, rounded
  )
})

test('it tells what an experiment changed, and how one compares with another', () => {
  const { arms, uplift, low, high, anytimeLow, anytimeHigh, ratio } = ask('uplift', ...trial)
  assert.equal(arms.length, 2)
  assert.ok(Math.abs(arms[0].rate - arms[1].rate - uplift) < 2e-6)
  assert.ok(anytimeLow < low && low < uplift && uplift < high && high < anytimeHigh)
  assert.equal(ratio.expected, 0.5)
  assert.equal(ask('compare', ...trial, ...trial).difference, 0)
})

test('it tells how many reports are needed, and how often one is true', () => {
  const wanted = [
    [1, 1],
    [4, 4, 3, 1],
    [8, 0.05, 0.01],
  ]
  assert.deepEqual(ask('needed', ...wanted), { reports: 49941, truth: 0.5 })
})

test('what is not defined is null', () => {
  const { estimates } = ask('estimate', ...tally(2, 1, [0, 0]))
  assert.equal(estimates[0].share, null)
})

test('what no reports can add up to is refused, and the next question answered', () => {
  const runtime = started()
  for (const call of ['estimate', 'uplift', 'compare', 'needed']) {
    for (const bytes of [
      [],
      [1],
      question(...tally(4, 1, [1, 2, 3, 0.5])),
      Buffer.alloc(5000, 255),
    ]) {
      give(runtime, bytes)
      assert.ok(!runtime[call]())
      assert.match(why(runtime), /^malformed: expected /)
    }
  }
  give(runtime, question(...tally(2, 1, [1, 1])))
  assert.ok(runtime.estimate())
})
