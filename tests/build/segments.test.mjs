// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What a build tells the shop alone: how large its segments are among the known customers of its history, and what they spent.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Shop } from './shop.mjs'

const header = 'session,time,event,item_id,quantity,price,customer'
/** Four who buy (one of them often), two who look. */
const lines = [
  header,
  's1,2026-01-01T10:00:00Z,view_item,A,,,ann',
  's1,2026-01-01T10:05:00Z,purchase,A,2,10,ann',
  's1,2026-01-01T10:05:00Z,purchase,B,1,5.5,ann',
  's2,2026-01-02T10:00:00Z,purchase,A,1,10,bob',
  's3,2026-01-03T10:00:00Z,purchase,B,1,5.5,cas',
  's4,2026-01-04T10:00:00Z,purchase,B,3,5,dee',
  's5,2026-01-09T10:00:00Z,purchase,B,1,5,dee',
  's6,2026-01-05T10:00:00Z,view_item,A,,,eve',
  's7,2026-01-06T10:00:00Z,view_item,A,,,fay',
]
const config = {
  history: 'events.csv',
  currency: 'EUR',
  segments: {
    buyer: { when: 'exists(purchase)', label: { nl: 'Koper', en: 'Buyer' } },
    often: 'count(purchase) >= 2',
    large: 'sum(purchase.value) >= 25',
  },
  decisions: {
    stage: {
      cases: [
        ['customer', 'segment.buyer'],
        ['looker', 'exists(view_item)'],
      ],
      values: { customer: { nl: 'Klant', en: 'Customer' } },
    },
  },
}
const build = (more = {}, history = lines, ...args) => {
  const shop = new Shop({ 'etalage.config.js': { ...config, ...more }, 'events.csv': history })
  const report = shop.json('build', ...args)
  return { shop, report }
}
const read = (shop, name = 'shop.segments.json') =>
  JSON.parse(readFileSync(shop.path(name), 'utf8'))

test('a build writes the sizes of segments and values of decisions, and what they spent, beside the pack', () => {
  const { shop, report } = build()
  assert.equal(report.segments, 'shop.segments.json')
  const no = { en: '', nl: '' }
  assert.deepEqual(read(shop), {
    from: '2026-01-01',
    to: '2026-01-09',
    customers: 6,
    currency: 'EUR',
    segments: [
      { name: 'buyer', label: { nl: 'Koper', en: 'Buyer' }, customers: 4, spent: 61 },
      { name: 'often', label: no, customers: null, spent: null },
      { name: 'large', label: no, customers: null, spent: null },
    ],
    decisions: [
      {
        name: 'stage',
        label: no,
        values: [
          { value: 'customer', en: 'Customer', nl: 'Klant', customers: 4, spent: 61 },
          { value: 'looker', ...no, customers: null, spent: null },
        ],
      },
    ],
  })
})

test('lines of one purchase are one purchase, with the value of them all', () => {
  const { segments } = read(build({ privacy: { minSupport: 2 } }).shop)
  const large = [...lines.slice(1), 's8,2026-01-02T10:00:00Z,purchase,A,3,10,gus']
  assert.equal(segments.find(({ name }) => name === 'often').customers, null, 'dee alone')
  const { shop } = build({ privacy: { minSupport: 2 } }, [header, ...large])
  const found = read(shop).segments.find(({ name }) => name === 'large')
  assert.deepEqual([found.customers, found.spent], [2, 55.5], 'ann and gus')
})

test('what a history has no prices for is worth nothing that is known', () => {
  const unpriced = lines.map((line) => line.replace(/^((?:[^,]*,){5})[^,]*/, '$1'))
  unpriced[0] = header
  const [buyer] = read(build({}, unpriced).shop).segments
  assert.deepEqual([buyer.customers, buyer.spent], [4, null])
})

test('none is written where none is wanted, where nobody is known, and where there is no group', () => {
  const without = [
    build({}, lines, '--no-segments'),
    build(
      {},
      lines.map((line) => line.replace(/,[^,]*$/, ',')),
    ),
    build({ segments: {}, decisions: {} }),
  ]
  for (const { shop, report } of without) {
    assert.equal(report.segments, undefined)
    assert.ok(!existsSync(shop.path('shop.segments.json')))
  }
})

test('it goes where the shop wants it, and the pack is the same without it', () => {
  const elsewhere = build({}, lines, '--segments', 'sizes.json')
  assert.equal(read(elsewhere.shop, 'sizes.json').customers, 6)
  assert.ok(!existsSync(elsewhere.shop.path('shop.segments.json')))
  const packs = [elsewhere, build({}, lines, '--no-segments')].map(({ shop }) =>
    readFileSync(shop.path('shop.pack')),
  )
  assert.ok(packs[0].equals(packs[1]))
})

test('a place that cannot be written to is an error before anything is trained', () => {
  const shop = new Shop({ 'etalage.config.js': config, 'events.csv': lines })
  const { code, what } = shop.refused('build', '--segments', 'none/sizes.json')
  assert.equal(code, 'segments-unwritable')
  assert.match(what, /there is no folder/)
  assert.equal(shop.run('build', '--segments', 'a', '--no-segments').code, 2)
  assert.equal(shop.run('build', '--segments', 'shop.pack').code, 2)
})

test('the history says what to expect of measures where the configuration does not', () => {
  const measures = { m: { of: 'segment.buyer' } }
  const { measuring, problems } = build({ measures }).report
  assert.deepEqual(measuring.traffic, { visitors: 5, from: 'history' })
  assert.deepEqual(
    problems.map(({ code }) => code).filter((code) => code.startsWith('measure')),
    ['measure-traffic'],
  )
  assert.deepEqual(build({ measures, traffic: { visitors: 9e6 } }).report.measuring.traffic, {
    visitors: 9e6,
    from: 'traffic',
  })
})
