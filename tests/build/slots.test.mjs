// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Slots from their configuration to what a page shows.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Shop } from './shop.mjs'
import { shopWindow } from './shopWindow.mjs'

const products = [
  'id,title,price,category,brand,in_stock,hidden,added,series,green,margin',
  'A,Spade,10,garden,Acme,true,,2026-01-01,Nordic,A,high',
  'B,Rake,20,garden,Acme,true,,2026-06-01,Nordic,C,low',
  'C,Hose,30,garden,Boor,true,,2026-06-20,,,high',
  'D,Saw,40,tools,Boor,true,yes,2026-06-25,Nordic,B,high',
  'E,Drill,50,tools,Boor,false,,2026-01-01,,A,',
  'F,Lamp,60,light,Lux,true,no,2026-06-10,Rustic,G,high',
]

/** A shop with one slot, "home". */
function shopOf(slot, more = {}) {
  return new Shop({
    'products.csv': products,
    'etalage.config.js': { catalogue: 'products.csv', slots: { home: slot }, ...more },
  })
}

/** What its page shows to a stranger. */
function shown(slot, more) {
  const shop = shopOf(slot, more)
  shop.json('build', '--no-report')
  return shopWindow(shop, [])
}

test('a slot shows what is in stock and not hidden, in the order of the catalogue without a history', async () => {
  assert.deepEqual(await shown({ strategy: 'bestsellers' }), ['A', 'B', 'C', 'F'])
})

test('pins and excluded products are found by their ids', async () => {
  const slot = {
    strategy: 'bestsellers',
    exclude: ['A'],
    pins: [
      { place: 2, item: 'F' },
      { place: 1, item: 'D' },
    ],
  }
  assert.deepEqual(await shown(slot), ['B', 'F', 'C'], 'D is hidden: nobody sees it')
})

test('a filter and boosts read further columns of the catalogue', async () => {
  const slot = {
    strategy: 'bestsellers',
    filter: 'margin == "high"',
    boosts: [
      { when: 'category under "light"', times: 5 },
      { when: 'price < 15', times: 0 },
    ],
  }
  assert.deepEqual(await shown(slot), ['F', 'C', 'A'])
})

test('categories and brands can be shown', async () => {
  assert.deepEqual(await shown({ strategy: 'bestsellers', shows: 'categories' }), [
    'garden',
    'light',
  ])
  assert.deepEqual(await shown({ strategy: 'bestsellers', shows: 'brands' }), [
    'Acme',
    'Boor',
    'Lux',
  ])
})

test('what is new follows the day on which it was added', async () => {
  assert.deepEqual(await shown({ strategy: 'new' }), ['C', 'F', 'B'])
})

test('what a slot says of its arrangement is in the pack, and told', () => {
  const slot = {
    strategy: 'alternatives',
    fallback: ['more-from-series', 'contextual'],
    prefer: 'greener',
    without: ['bought', 'in-cart'],
    exclude: ['A'],
    pins: [{ place: 2, item: 'B' }],
    boosts: [{ when: 'in_stock', times: 1.5 }],
    price: { from: 0.5, to: 2 },
    relevance: 0.25,
    diversity: 0.5,
    calibration: 0.75,
    rotation: 0.125,
  }
  const shop = shopOf(slot)
  shop.json('build', '--no-report')
  const { slots, attributes, lists } = shop.json('inspect', 'shop.pack')
  assert.deepEqual(slots[0].arranged, {
    prefer: 'greener',
    without: ['bought', 'in-cart'],
    exclude: ['A'],
    pins: [null, 'B'],
    boosts: [1.5],
    priceFrom: 0.5,
    priceTo: 2,
    relevance: 0.25,
    diversity: 0.5,
    calibration: 0.75,
    rotation: 0.125,
  })
  assert.deepEqual(attributes, [
    { name: 'series', type: 'text', products: 4 },
    { name: 'green', type: 'number', products: 5 },
  ])
  assert.equal(lists.hidden, 1)
  assert.match(shop.run('inspect', 'shop.pack').stdout, /pins - B/)
})

test('only what slots and rules need of further columns is in the pack', () => {
  const shop = shopOf({ strategy: 'bestsellers' })
  shop.json('build', '--no-report')
  assert.deepEqual(shop.json('inspect', 'shop.pack').attributes, [])
})

test('a column of another name can be taken for series and green', () => {
  const shop = new Shop({
    'products.csv': ['id,collection', 'A,Nordic', 'B,'],
    'etalage.config.js': {
      catalogue: { path: 'products.csv', columns: { series: 'collection' } },
      slots: { home: { strategy: 'more-from-series' } },
    },
  })
  shop.json('build', '--no-report')
  const { attributes } = shop.json('inspect', 'shop.pack')
  assert.deepEqual(attributes, [{ name: 'series', type: 'text', products: 1 }])
})

const day = (n) => new Date(Date.UTC(2026, 0, 1) + n * 86_400_000).toISOString()

test('what gains, what is new and what is bought again comes from the history', () => {
  const lines = ['session,time,event,item_id,customer']
  let session = 0
  const add = (at, item, customer, event = 'view_item') =>
    lines.push(`s${++session},${day(at)},${event},${item},${customer}`)
  for (let at = 0; at < 90; ++at) {
    for (let c = 0; c < 4; ++c) add(at, 'steady', `c${at}-${c}`)
  }
  for (let at = 84; at < 90; ++at) {
    for (let c = 0; c < 5; ++c) add(at, 'rising', `r${at}-${c}`)
  }
  for (const at of [0, 20, 40]) {
    for (let c = 0; c < 3; ++c) add(at + c, 'coffee', `buyer${c}`, 'purchase')
  }
  const shop = new Shop({
    'history.csv': lines,
    'etalage.config.js': {
      history: 'history.csv',
      slots: { home: { strategy: 'trending' }, again: { strategy: 'buy-again' } },
    },
  })
  shop.json('build', '--no-report')
  const { lists } = shop.json('inspect', 'shop.pack')
  assert.deepEqual(lists, { hidden: 0, trending: 1, new: 1, boughtAgain: 1, segmentLists: {} })
})

test('what those in a segment chose most is shown to who is in it', async () => {
  const lines = ['session,time,event,item_id,customer']
  for (let c = 0; c < 12; ++c) {
    const items = c < 6 ? ['A', 'A', 'B', c < 2 ? 'C' : 'F'] : ['F', 'C']
    items.forEach((item, i) => lines.push(`s${c},${day(i)},view_item,${item},c${c}`))
  }
  const shop = shopOf(
    { strategy: 'segment-bestsellers' },
    {
      history: 'history.csv',
      segments: { digger: 'count(view_item where item_id == "A") >= 2' },
    },
  )
  shop.write('history.csv', lines)
  shop.json('build', '--no-report')
  const { lists } = shop.json('inspect', 'shop.pack')
  // A and B by six of them, F by four; C by two, which are too few.
  assert.deepEqual(lists.segmentLists, { digger: 3 })
  assert.deepEqual(await shopWindow(shop, ['A']), [])
  assert.deepEqual(await shopWindow(shop, ['A', 'A']), ['A', 'B', 'F'])
})

const mistakes = [
  [{ strategy: 'bestseller' }, 'config-value-wrong', /did you mean "bestsellers"/],
  [{ strategy: 'new', shows: 'shops' }, 'config-value-wrong', /slots.home.shows/],
  [{ strategy: 'new', prefer: 'dearer' }, 'config-value-wrong', /slots.home.prefer/],
  [{ strategy: 'new', without: ['cart'] }, 'config-value-wrong', /slots.home.without\[0\]/],
  [{ strategy: 'new', diversity: 2 }, 'config-value-wrong', /a number from 0 to 1/],
  [{ strategy: 'new', relevance: '1' }, 'config-value-wrong', /slots.home.relevance/],
  [{ strategy: 'new', price: { from: 2, to: 1 } }, 'config-value-wrong', /at least 2/],
  [{ strategy: 'new', price: { least: 1 } }, 'config-key-unknown', /"least"/],
  [{ strategy: 'new', pins: [{ place: 0, item: 'A' }] }, 'config-value-wrong', /pins\[0\].place/],
  [
    {
      strategy: 'new',
      pins: [
        { place: 1, item: 'A' },
        { place: 1, item: 'B' },
      ],
    },
    'config-value-wrong',
    /no other pin/,
  ],
  [{ strategy: 'new', boosts: [{ when: 'in_stock' }] }, 'config-value-wrong', /boosts\[0\].times/],
  [
    { strategy: 'new', boosts: [{ when: 'in_stok', times: 2 }] },
    'rule-unknown-name',
    /boost 1 of slot home/,
  ],
  [{ strategy: 'new', filter: 'in_stok' }, 'rule-unknown-name', /the filter of slot home/],
  [{ strategy: 'new', exclude: ['Z'] }, 'slot-product-unknown', /slots.home.exclude names "Z"/],
  [
    { strategy: 'new', pins: [{ place: 3, item: 'Z' }] },
    'slot-product-unknown',
    /slots.home.pins names "Z"/,
  ],
]
for (const [slot, code, text] of mistakes) {
  test(`a mistake in a slot is said: ${JSON.stringify(slot)}`, () => {
    const problem = shopOf(slot).refused('build')
    assert.equal(problem.code, code)
    assert.match(problem.text, text)
  })
}

test('a strategy that needs a column that the catalogue does not have is an error', () => {
  for (const slot of [
    { strategy: 'more-from-series' },
    { strategy: 'new', fallback: ['alternatives'], prefer: 'greener' },
  ]) {
    const shop = new Shop({
      'products.csv': ['id', 'A'],
      'etalage.config.js': { catalogue: 'products.csv', slots: { home: slot } },
    })
    assert.equal(shop.refused('build').code, 'slot-column-missing')
  }
})

test('a day or a flag of a product that cannot be read is an error with its line', () => {
  for (const [header, value, code] of [
    ['added', 'yesterday', 'date-invalid'],
    ['added', '2026-02-30', 'date-invalid'],
    ['hidden', 'perhaps', 'hidden-invalid'],
  ]) {
    const shop = new Shop({
      'products.csv': [`id,${header}`, 'A,', `B,${value}`],
      'etalage.config.js': { catalogue: 'products.csv' },
    })
    const problem = shop.refused('build')
    assert.equal(problem.code, code)
    assert.equal(problem.line, 3)
  }
})

test('every strategy is documented, and every one that is documented exists', () => {
  const text = readFileSync(new URL('../../docs/slots.md', import.meta.url), 'utf8')
  const table = text.slice(text.indexOf('## Strategies'), text.indexOf('What needs the cart'))
  const documented = [...table.matchAll(/^\| `([a-z-]+)`/gm)].map(([, name]) => name)
  const source = readFileSync(new URL('../../core/pack/slot.cpp', import.meta.url), 'utf8')
  const known = [...source.slice(source.indexOf('kNames')).matchAll(/"([a-z-]+)"/g)]
  assert.deepEqual(documented.toSorted(), known.map(([, name]) => name).toSorted())
  const columns = ['id,series,green', 'A,x,1']
  const shop = new Shop({
    'products.csv': columns,
    'etalage.config.js': {
      catalogue: 'products.csv',
      slots: { home: { strategy: 'new', fallback: documented } },
    },
  })
  shop.json('build', '--no-report')
  assert.deepEqual(shop.json('inspect', 'shop.pack').slots[0].fallback, documented)
})
