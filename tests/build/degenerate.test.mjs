// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Shops at the edge of what a shop is: a pack comes of them, the browser's module reads it, and what it shows makes sense.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { browsing } from './browsing.mjs'
import { largeShopProduct } from './largeShopProduct.mjs'
import { readPack } from './readPack.mjs'
import { Shop } from './shop.mjs'
import { shopWindow } from './shopWindow.mjs'

const slots = { home: { strategy: 'for-you', fallback: ['bestsellers'] } }

function shopOf(files, config) {
  return new Shop({ ...files, 'etalage.config.js': { slots, ...config } })
}

const range = (length, make) => Array.from({ length }, (_, i) => make(i))

/** A shop with this history alone: of each session its products. */
function shopOfSessions(sessions) {
  const lines = sessions.flatMap((items, s) => items.map((item) => `s${s},${item}`))
  return shopOf({ 'events.csv': ['session,item_id', ...lines] }, { history: 'events.csv' })
}

test('a shop of one product shows it, with and without a history', async () => {
  const shop = shopOf({ 'products.csv': ['id', 'A'] }, { catalogue: 'products.csv' })
  assert.equal(shop.json('build').products, 1)
  assert.deepEqual(await shopWindow(shop, []), ['A'])

  const seen = shopOfSessions(range(300, () => ['A', 'A']))
  const { products, vectors, quality } = seen.json('build')
  assert.deepEqual([products, vectors], [1, 0])
  assert.match(quality.unknown, /second item/)
  assert.deepEqual(await shopWindow(seen, []), ['A'])
  assert.deepEqual(await shopWindow(seen, ['A']), [])
})

test('without a history there are bestsellers in the order of the catalogue', async () => {
  const shop = shopOf({ 'products.csv': ['id', 'B', 'A', 'C'] }, { catalogue: 'products.csv' })
  const { vectors, history } = shop.json('build')
  assert.deepEqual([vectors, history], [0, undefined])
  assert.deepEqual(await shopWindow(shop, []), ['A', 'B', 'C'])
})

test('two products that follow each other recommend each other', async () => {
  const shop = shopOfSessions(range(60, () => ['A', 'B', 'A']))
  shop.json('build')
  assert.deepEqual(await shopWindow(shop, ['A']), ['B'])
  assert.deepEqual(await shopWindow(shop, ['B']), ['A'])
})

test('the same item a thousand times in a session is one step, and outweighs nothing', async () => {
  const once = shopOfSessions(range(60, () => ['A', 'B']))
  const often = shopOfSessions(range(60, () => [...Array(1000).fill('A'), 'B']))
  assert.equal(often.json('build').history.used, 60_060)
  once.json('build')
  assert.deepEqual(readPack(often), readPack(once))
  assert.deepEqual(await shopWindow(often, ['A']), ['B'])
})

test('one session of 100,000 events is one shopper: nothing is learned from it', async () => {
  const shop = shopOfSessions([range(100_000, (i) => `i${(i * 7919) % 5000}`)])
  const { products, vectors, history } = shop.json('build')
  assert.deepEqual([products, vectors, history.sessions], [5000, 0, 1])
  assert.equal(readPack(shop).pairs.flat().length, 0)
  assert.equal((await shopWindow(shop, ['i7'])).length, 8)
})

test('one session of 100,000 events among others does not decide how good the pack is', () => {
  const others = browsing({ sessions: 300, days: 10 })
  const robot = range(100_000, (i) => `robot,i${(i * 7919) % 60},2026-01-12T00:00:00Z`)
  const shop = shopOf({ 'events.csv': [...others, ...robot] }, { history: 'events.csv' })
  const { history, quality } = shop.json('build')
  assert.equal(history.sessions, 301)
  // Of the robot as many steps as of a very long session.
  assert.ok(quality.heldOut.steps <= 500 + 4 * 30, `${quality.heldOut.steps} steps`)
})

test('a history whose every session is one product ranks them, and learns nothing', async () => {
  const shop = shopOfSessions([...range(500, (s) => [`i${s % 50}`]), ['i7']])
  const { vectors, quality } = shop.json('build')
  assert.equal(vectors, 0)
  assert.match(quality.unknown, /second item/)
  const { products, pairs } = readPack(shop)
  assert.equal(products[0].id, 'i7')
  assert.equal(pairs.flat().length, 0)
  assert.equal((await shopWindow(shop, ['i3'])).length, 8)
})

test('a single customer teaches nothing, however many sessions', () => {
  const lines = range(300, (s) => [`s${s},A,c`, `s${s},B,c`]).flat()
  const shop = shopOf(
    { 'events.csv': ['session,item_id,customer', ...lines] },
    { history: 'events.csv' },
  )
  const { vectors, quality } = shop.json('build')
  assert.equal(vectors, 0)
  assert.equal(readPack(shop).pairs.flat().length, 0)
  assert.equal(quality.new.hr20, 0)
})

test('a catalogue none of whose products was ever seen is an error that shows what was', () => {
  const shop = shopOf(
    { 'products.csv': ['id', 'X', 'Y'], 'events.csv': ['session,item_id', 's,A', 's,B'] },
    { catalogue: 'products.csv', history: 'events.csv' },
  )
  const { code, text } = shop.refused('build')
  assert.equal(code, 'history-unmatched')
  assert.match(text, /only 0\.0 % of 2 lines; most frequent of the unknown: "A", "B"/)
})

test('one product of a thousand was ever seen: it leads, and the others are there', async () => {
  const shop = shopOf(
    {
      'products.csv': ['id', ...range(1000, (i) => `p${i}`)],
      'events.csv': ['session,item_id', ...range(100, (s) => `s${s},p7`)],
    },
    { catalogue: 'products.csv', history: 'events.csv' },
  )
  assert.equal(shop.json('build').products, 1000)
  assert.equal((await shopWindow(shop, []))[0], 'p7')
})

test('a catalogue of 100,000 products, of which few were ever seen, becomes a pack', async () => {
  const sessions = range(2000, (s) => range(4, (k) => `s${s},p${(s % 100) * 10 + k}`)).flat()
  const shop = shopOf(
    {
      'products.jsonl': range(100_000, (i) => JSON.stringify(largeShopProduct(i))),
      'events.csv': ['session,item_id', ...sessions],
    },
    { catalogue: 'products.jsonl', history: 'events.csv' },
  )
  const { products, vectors, history } = shop.json('build')
  assert.deepEqual([products, history.matched], [100_000, 8000])
  assert.ok(vectors > 99_000, `${vectors} with a vector: nearly all have attributes that were seen`)
  const { scoring } = shop.json('inspect', 'shop.pack')
  assert.equal(scoring.learned, 400)
  const shown = await shopWindow(shop, ['p70'])
  for (const id of ['p71', 'p72', 'p73']) assert.ok(shown.includes(id), `${id} in ${shown}`)
})

const oddIds = [
  ...['007', '7', '7.0', '1e3', 'Infinity', 'NaN', 'null', 'true', '-0', '0x10', '2026-01-01'],
  ...[
    "it's",
    '"quoted"',
    'a"b',
    'comma,semi;tab\tbar|',
    '[1]',
    '{"a":1}',
    "'; DROP TABLE history_lines; --",
  ],
  ...[
    'new\nline',
    'cr\r\nlf',
    'lone\rcr',
    'nul\0byte',
    '\0',
    '\u0001',
    '\u0085x',
    '%00',
    '../../x',
    '<b>&amp;',
  ],
  ...[
    '\u202ertl\u202c',
    '\u200f',
    '\u200b',
    'é',
    'e\u0301',
    '🛠️',
    'ﷺ',
    '𝒳',
    'A',
    'a',
    'ß',
    'SS',
    'ı',
    'I',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    '\ufffd',
    'in \u00a0 side',
    'x'.repeat(100_000),
    'x'.repeat(99_999),
  ],
]

test('ids of any letters stay what they are, from the files to the shop window', async (t) => {
  const events = oddIds.flatMap((item_id, i) =>
    range(5, (s) => [
      { session: `${i} ${s}`, item_id },
      { session: `${i} ${s}`, item_id: `beside ${i}` },
    ]).flat(),
  )
  const ids = [...oddIds, ...oddIds.map((_, i) => `beside ${i}`)]
  const shop = shopOf(
    {
      'events.jsonl': events.map((event) => JSON.stringify(event)),
      'events.csv': [
        'session,item_id',
        ...events.map(({ session, item_id }) => `${session},"${item_id.replaceAll('"', '""')}"`),
      ],
      'products.jsonl': ids.map((id) => JSON.stringify({ id })),
    },
    { history: 'events.jsonl' },
  )
  for (const [name, config] of [
    ['with a catalogue', { catalogue: 'products.jsonl', history: 'events.jsonl' }],
    ['without a catalogue', { history: 'events.jsonl' }],
    ['in CSV', { catalogue: 'products.jsonl', history: 'events.csv' }],
  ]) {
    await t.test(name, async () => {
      shop.write('etalage.config.js', { slots, ...config })
      const { history, products } = shop.json('build')
      assert.deepEqual([history.used, history.incomplete], [events.length, 0])
      assert.equal(products, ids.length)
      assert.deepEqual(new Set(readPack(shop).products.map(({ id }) => id)), new Set(ids))
      for (const [i, id] of oddIds.entries()) {
        const [first] = await shopWindow(shop, [`beside ${i}`])
        assert.equal(first, id)
      }
    })
  }
})

test('spaces and byte order marks around an id are none of it', () => {
  const shop = shopOf(
    {
      'products.jsonl': ['{"id":"\ufeffA"}', '{"id":" \ufeff B\u00a0"}'],
      'events.jsonl': [
        '{"session":"\ufeffs","item_id":"A"}',
        '{"session":"s","item_id":"\ufeffB"}',
      ],
    },
    { catalogue: 'products.jsonl', history: 'events.jsonl' },
  )
  const { history } = shop.json('build')
  assert.deepEqual([history.matched, history.sessions], [2, 1])
  assert.deepEqual(Object.keys(readPack(shop).byId).sort(), ['A', 'B'])
})

test('an id that is nothing but space is none', () => {
  const lines = ['', ' ', '\\u00a0', '\\ufeff', ' \\ufeff '].map(
    (id) => `{"session":"s","item_id":"${id}"}`,
  )
  const shop = shopOf(
    { 'events.jsonl': [...lines, '{"session":"s","item_id":"A"}'] },
    { history: 'events.jsonl' },
  )
  const { history, products } = shop.json('build')
  assert.deepEqual([history.incomplete, products], [5, 1])
})

for (const escape of ['a\\ud800', '\\udc00b', '\\ud800\\ud801\\udc00', '\\\\\\uDFFF']) {
  test(`half a character, as in "${escape}", is an error that says so and names the line`, () => {
    const shop = shopOf(
      { 'products.jsonl': ['{"id":"A \\ud83d\\udee0 \\\\ud800"}', `{"id":"${escape}"}`] },
      { catalogue: 'products.jsonl' },
    )
    const { code, line, what } = shop.refused('build')
    assert.deepEqual([code, line], ['json-broken', 2])
    assert.match(what, /^\\u[dD][89a-fA-F].. is half a character/)
  })
}

for (const [file, line, text] of [
  ['events.csv', 3, ['session,item_id', 's,A', `s,${'x'.repeat(2_100_000)}`]],
  ['events.jsonl', 2, ['{"session":"s","item_id":"A"}', `{"item_id":"${'x'.repeat(17_000_000)}"}`]],
]) {
  test(`a line of megabytes in ${file} is an error that names it`, () => {
    const problem = shopOf({ [file]: text }, { history: file }).refused('build')
    assert.deepEqual([problem.code, problem.line], ['line-too-long', line])
    assert.match(problem.text, /expected lines of at most \d+ bytes/)
  })
}
