// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { browsing } from './browsing.mjs'
import { Shop } from './shop.mjs'

function shopOf(lines) {
  return new Shop({ 'events.csv': lines, 'etalage.config.js': { history: 'events.csv' } })
}

test('the last whole days that hold at least 5 % of the sessions are held out', () => {
  const { heldOut } = shopOf(browsing({ sessions: 400, days: 40 })).json('build').quality
  // Ten sessions a day: 5 % of 400 are two days, of four steps a session.
  assert.deepEqual(heldOut, { sessions: 20, steps: 80, from: '2026-02-08', to: '2026-02-09' })
})

test('at least one whole day is held out', () => {
  const { heldOut } = shopOf(browsing({ sessions: 400, days: 4 })).json('build').quality
  assert.deepEqual([heldOut.sessions, heldOut.from, heldOut.to], [100, '2026-01-04', '2026-01-04'])
})

test('where a day would be more than half of all sessions, and without times, the last 5 % are held out', () => {
  const lines = browsing({ sessions: 400, days: 1 })
  const untimed = lines.map((line) => line.split(',').slice(0, 2).join(','))
  const timed = shopOf(lines).json('build').quality
  const other = shopOf(untimed).json('build').quality
  assert.deepEqual(timed.heldOut, { sessions: 20, steps: 80, from: '2026-01-01', to: '2026-01-01' })
  assert.deepEqual(other.heldOut, { sessions: 20, steps: 80 })
  assert.deepEqual(timed.all, other.all)
})

test('a pack that learned something beats bestsellers, in numbers and in the table', () => {
  const shop = shopOf(browsing({ sessions: 600, days: 20 }))
  const { quality } = shop.json('build')
  for (const kind of ['all', 'new']) {
    assert.ok(quality[kind].hr20 > 0.9, `HR@20 ${kind} ${quality[kind].hr20}`)
    assert.ok(quality[kind].hr20 > 1.5 * quality.baseline[kind].hr20)
    assert.ok(quality[kind].mrr20 > 1.5 * quality.baseline[kind].mrr20)
  }
  assert.ok(quality.coverage > 0.5 && quality.coverage <= 1)
  const { stdout } = shop.run('build')
  assert.match(stdout, /this pack +bestsellers/)
  const number = quality.all.hr20.toFixed(4)
  assert.match(stdout, new RegExp(`HR@20 +all +${number} +${quality.baseline.all.hr20.toFixed(4)}`))
})

test('at most 20,000 steps are asked, spread over all held-out sessions', () => {
  const { quality } = shopOf(browsing({ sessions: 2000, days: 2, steps: 31 })).json('build')
  assert.equal(quality.heldOut.steps, 30_000)
  assert.equal(quality.cases, 20_000)
})

test('too few sessions are said to be too few, instead of measured', () => {
  const shop = shopOf(browsing({ sessions: 49, days: 10 }))
  assert.deepEqual(shop.json('build').quality, {
    unknown: 'that takes at least 50 sessions, and there are 49',
  })
  assert.match(shop.run('build').stdout, /Quality: not measured, that takes at least 50 sessions/)
})

test('sessions of one item each leave nothing to ask', () => {
  const { quality } = shopOf(browsing({ sessions: 100, days: 10, steps: 1 })).json('build')
  assert.deepEqual(quality, { unknown: 'none of the sessions to test on has a second item' })
})

test('a product seen, put in the cart and bought in a row is one step', () => {
  const lines = ['session,item_id,event']
  for (let s = 0; s < 60; ++s) {
    for (const event of ['view_item', 'add_to_cart', 'purchase'])
      lines.push(`s${s},i${s % 3},${event}`)
  }
  assert.match(shopOf(lines).json('build').quality.unknown, /second item/)
})
