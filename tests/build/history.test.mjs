// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPack } from './readPack.mjs'
import { Shop } from './shop.mjs'

/** A shop with these lines of a history. */
function shopOf(lines, config = {}) {
  return new Shop({
    'events.csv': lines,
    'etalage.config.js': { history: 'events.csv', ...config },
  })
}

test('without a catalogue the products are the items of the history, the most popular first', () => {
  const shop = shopOf(['session,item_id', 's1,B', 's1,A', 's2,B', 's2,C', 's3,B', 's3,C'])
  const { history } = shop.json('build')
  assert.deepEqual(history, {
    lines: 6,
    incomplete: 0,
    leftOut: 0,
    used: 6,
    sessions: 3,
    customers: 0,
  })
  assert.deepEqual(
    readPack(shop).products.map((product) => product.id),
    ['B', 'C', 'A'],
  )
})

test('lines without a session or an item are skipped and counted', () => {
  const { history } = shopOf(['session,item_id', 's1,A', ',B', 's2,', ' , ', 's2,C']).json('build')
  assert.deepEqual(
    [history.lines, history.incomplete, history.used, history.sessions],
    [5, 3, 2, 2],
  )
})

test('returns, listings and removals show no interest', () => {
  const shop = shopOf([
    'session,item_id,event,quantity',
    's1,A,view_item,',
    's1,B,view_item_list,',
    's1,C,remove_from_cart,1',
    's1,D,refund,1',
    's1,E,purchase,-2',
    's1,F,purchase,2',
    's1,G,,',
  ])
  const { history } = shop.json('build')
  assert.deepEqual([history.used, history.leftOut], [3, 4])
})

test('a purchase that is reported twice counts once, so that it cannot make up for a second shopper', () => {
  const { history } = shopOf([
    'session,item_id,event,transaction_id',
    's1,A,purchase,T1',
    's1,B,purchase,T1',
    's2,A,purchase,T1',
    's2,B,purchase,T1',
    's3,A,purchase,T2',
    's3,A,view_item,T1',
  ]).json('build')
  assert.deepEqual([history.used, history.leftOut, history.sessions], [4, 2, 2])
})

test('a session of one customer supports a pair once, however many sessions the customer has', () => {
  const pairs = (customers) => {
    const lines = customers.flatMap((customer, i) => [`s${i},A,${customer}`, `s${i},B,${customer}`])
    const shop = shopOf(['session,item_id,customer', ...lines])
    shop.json('build')
    return shop.json('inspect', 'shop.pack').scoring.pairs
  }
  assert.equal(pairs(['c1', 'c1', 'c1', 'c2']), 0)
  assert.equal(pairs(['c1', 'c1', 'c2', 'c3']), 2)
  assert.equal(pairs(['', '', '']), 2)
})

test('events are put in the order of their times, whatever the order of the lines', () => {
  const lines = []
  for (let s = 0; s < 60; ++s) {
    const day = String(1 + (s % 28)).padStart(2, '0')
    for (const [minute, item] of [
      [0, s % 7],
      [1, s % 5],
      [2, 7 + (s % 3)],
    ]) {
      lines.push(`s${s},i${item},2026-01-${day}T10:${String(s).padStart(2, '0')}:0${minute}Z`)
    }
  }
  const reports = [lines, lines.toReversed()].map((lines) =>
    shopOf(['session,item_id,time', ...lines]).json('build'),
  )
  assert.deepEqual(reports[0].quality, reports[1].quality)
  assert.ok(reports[0].quality.cases > 0)
})

test('times are understood as text with a zone, and as seconds, milliseconds and microseconds', () => {
  const onTheFirst = [
    '2026-01-31T23:30:00-02:00',
    '2026-02-01 01:30:00',
    '2026-02-01',
    '1769909400',
    '1769909400000',
    '1769909400000000',
  ]
  const theDayBefore = ['2026-02-01T01:30:00+02:00', '2026-01-31T23:59:59Z']
  const moments = [...Array(20).fill(theDayBefore), ...Array(5).fill(onTheFirst)].flat()
  const lines = moments.flatMap((moment, s) => [`s${s},i1,${moment}`, `s${s},i2,${moment}`])
  const { heldOut } = shopOf(['session,item_id,time', ...lines]).json('build').quality
  assert.deepEqual(heldOut, { sessions: 30, steps: 30, from: '2026-02-01', to: '2026-02-01' })
})

for (const [name, lines, line, expected] of [
  [
    'a time that is none',
    ['session,item_id,time', 's1,A,2026-01-01', 's1,B,12/1/2026 8:26'],
    3,
    /the time is "12\/1\/2026 8:26"; expected one as 2026-01-31T09:30:00Z/,
  ],
  ['a time long ago', ['session,item_id,time', 's1,A,20260101'], 2, /the time is "20260101"/],
  [
    'a missing time',
    ['session,item_id,when', 's1,A,2026-01-01', 's1,B,'],
    3,
    /no time in column "when"/,
  ],
  [
    'a quantity that is none',
    ['session,item_id,quantity', 's1,A,1', '', 's1,B,some'],
    4,
    /the quantity is "some"; expected a number/,
  ],
  [
    'no column for the session',
    ['visit,item_id', 's1,A'],
    1,
    /no column "session"; expected it, or history\.columns\.session/,
  ],
]) {
  test(`${name} is an error that names file and line`, () => {
    const columns = lines[0].includes('when') ? { time: 'when' } : {}
    const problem = shopOf(lines, { history: { path: 'events.csv', columns } }).refused('build')
    assert.equal(problem.file, 'events.csv')
    assert.equal(problem.line, line)
    assert.match(problem.text, expected)
  })
}

for (const [name, lines, expected] of [
  ['a history without a line', ['session,item_id'], /the history holds no event/],
  [
    'a history without a usable line',
    ['session,item_id', 's1,', ',A'],
    /none of its 2 lines has both a session and an item/,
  ],
  [
    'a history without interest',
    ['session,item_id,event', 's1,A,refund'],
    /none of its 1 lines shows interest/,
  ],
]) {
  test(`${name} is an error`, () => {
    const { code, file, text } = shopOf(lines).refused('build')
    assert.deepEqual([code, file], ['history-empty', 'events.csv'])
    assert.match(text, expected)
  })
}

test('an empty file is an error', () => {
  assert.equal(shopOf('').refused('build').code, 'file-empty')
})

test('a missing file is an error that says what names it', () => {
  const shop = new Shop({ 'etalage.config.js': { history: 'evnets.csv' } })
  const { code, text } = shop.refused('build')
  assert.equal(code, 'file-missing')
  assert.match(text, /evnets\.csv: no such file; expected the file that history names/)
})

test('a file of an unknown kind is an error', () => {
  const shop = new Shop({ 'events.xlsx': 'x', 'etalage.config.js': { history: 'events.xlsx' } })
  assert.match(shop.refused('build').text, /events\.xlsx: .*expected \.csv, \.tsv/)
})

test('the share of known items is printed; below half it is an error that shows what is unknown', () => {
  const shop = shopOf(['session,item_id', 's1,A', 's1,x', 's2,x', 's2,y', 's3,A', 's3,A2'], {
    catalogue: 'products.csv',
  })
  shop.write('products.csv', ['id,aliases', 'A,A2'])
  const { history } = shop.json('build')
  assert.deepEqual([history.used, history.matched], [6, 3])
  assert.match(
    shop.run('build').stdout,
    /50\.0 % of the used lines name a product of the catalogue/,
  )

  shop.write('products.csv', ['id', 'A'])
  const { code, file, text } = shop.refused('build', '--out', 'other.pack')
  assert.deepEqual([code, file], ['history-unmatched', 'events.csv'])
  assert.match(
    text,
    /only 33\.3 % of 6 lines; most frequent of the unknown: "x", "A2", "y"; expected at least 50 %/,
  )
})
