// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import { readPack } from './readPack.mjs'
import { Shop } from './shop.mjs'

const events = ['session,item_id', 's1,A1', 's1,A2', 's2,A1']

/** The products of a pack from this catalogue. */
function productsOf(file, content, columns = {}) {
  const shop = new Shop({
    [file]: content,
    'etalage.config.js': { catalogue: { path: file, columns } },
  })
  shop.json('build')
  return readPack(shop).byId
}

function refusal(file, content) {
  return new Shop({ [file]: content, 'etalage.config.js': { catalogue: file } }).refused('build')
}

test('a Google Merchant feed in TSV is read without a mapping', () => {
  const byId = productsOf('feed.tsv', [
    'id\ttitle\tprice\titem_group_id\tgoogle_product_category\tproduct_type\tbrand\tlink\timage_link\tavailability\tdescription',
    'A1\tRake, red\t12.99 EUR\tR\tHome & Garden\tTools > Garden\tAcme\thttps://s/a1\thttps://s/a1.png\tin_stock\tA "rake"',
    'A2\tRake, blue\t11.99 EUR\tR\tHome & Garden\tTools > Garden\tAcme\thttps://s/a2\thttps://s/a2.png\tout_of_stock\tx',
    'B1\t"A ""hose"""\t20 EUR\t\tHome & Garden\t\t\thttps://s/b1\thttps://s/b1.png\tout of stock\tx',
  ])
  assert.deepEqual(byId.A1, {
    id: 'A1',
    names: ['A1', 'A2', 'R'],
    title: 'Rake, red',
    url: 'https://s/a1',
    image: 'https://s/a1.png',
    category: 'Tools > Garden',
    brand: 'Acme',
    price: 12.99,
    inStock: true,
  })
  assert.deepEqual([byId.B1.title, byId.B1.inStock, byId.B1.category], ['A "hose"', false, ''])
})

test('JSON lines hold numbers, truths, lists and blank lines', () => {
  const byId = productsOf('products.jsonl', [
    '{"id": 7, "title": "Rake \\u00e9", "price": 12.5, "in_stock": false, "aliases": ["x 1", 2], "category": ["tools", "garden"]}',
    '',
    '{"id": "A2", "price": "3 EUR", "extra": {"a": [1]}, "title": null}',
  ])
  assert.deepEqual([byId[7].title, byId[7].price, byId[7].inStock], ['Rake é', 12.5, false])
  assert.deepEqual(byId[7].names, ['2', '7', 'x 1'])
  assert.equal(byId[7].category, 'tools > garden')
  assert.deepEqual([byId.A2.title, byId.A2.price], ['', 3])
})

test('every text may be gzipped', () => {
  const shop = new Shop({
    'products.jsonl.gz': gzipSync('{"id":"A1"}\n{"id":"A2"}\n'),
    'events.csv.gz': gzipSync(events.join('\n')),
    'etalage.config.js': { catalogue: 'products.jsonl.gz', history: 'events.csv.gz' },
  })
  const { products, history } = shop.json('build')
  assert.deepEqual([products, history.used, history.matched], [2, 3, 3])
})

test('Parquet holds typed columns: numbers, times, lists', async () => {
  const shop = new Shop({
    'etalage.config.js': { catalogue: 'products.parquet', history: 'events.parquet' },
  })
  const db = await (await DuckDBInstance.create()).connect()
  await db.run(`COPY (
    SELECT 1 AS id, 12.50::DECIMAL(10, 2) AS price, true AS in_stock, ['one', 'a, b'] AS aliases, 'x'::BLOB AS brand
    UNION ALL SELECT 2, NULL, false, NULL, NULL
  ) TO '${shop.path('products.parquet')}' (FORMAT parquet)`)
  await db.run(`COPY (
    SELECT 's' || (i // 2) AS session, i % 2 + 1 AS item_id, TIMESTAMP '2026-01-01' + INTERVAL (i) HOUR AS time
    FROM range(200) AS numbers (i)
  ) TO '${shop.path('events.parquet')}' (FORMAT parquet)`)
  const { history, quality } = shop.json('build')
  assert.deepEqual([history.sessions, history.matched], [100, 200])
  assert.deepEqual([quality.heldOut.from, quality.heldOut.to], ['2026-01-08', '2026-01-09'])
  const { byId } = readPack(shop)
  assert.deepEqual(byId[1].names, ['1', 'a, b', 'one'])
  assert.deepEqual(
    [byId[1].price, byId[1].brand, byId[2].price, byId[2].inStock],
    [12.5, 'x', undefined, false],
  )
})

test('a problem in Parquet is named with its row', async () => {
  const shop = new Shop({ 'etalage.config.js': { catalogue: 'products.parquet' } })
  const db = await (await DuckDBInstance.create()).connect()
  await db.run(`COPY (SELECT 'A' || i AS id, CASE WHEN i = 2 THEN 'much' ELSE '1' END AS price FROM range(5) AS numbers (i))
    TO '${shop.path('products.parquet')}' (FORMAT parquet)`)
  const { row, text } = shop.refused('build')
  assert.equal(row, 3)
  assert.match(text, /products\.parquet, row 3: the price of "A2" is "much"/)
})

test('a byte order mark, carriage returns and a missing last line break do no harm', () => {
  const csv = productsOf('products.csv', '\ufeff"id";title\r\nA1;Rake\r\nA2;"Two\r\nlines"')
  assert.deepEqual([csv.A1.title, csv.A2.title], ['Rake', 'Two\r\nlines'])
  const json = productsOf('products.jsonl', '\ufeff{"id":"A1"}\r\n{"id":"A2"}')
  assert.deepEqual(Object.keys(json).sort(), ['A1', 'A2'])
})

for (const [name, separator] of Object.entries({
  comma: ',',
  semicolon: ';',
  tab: '\t',
  bar: '|',
})) {
  test(`a ${name} separates columns in any text file`, () => {
    const byId = productsOf('products.txt', [
      ['id', 'title', 'brand'].join(separator),
      ['A1', 'Rake', 'Acme'].join(separator),
    ])
    assert.deepEqual([byId.A1.title, byId.A1.brand], ['Rake', 'Acme'])
  })
}

for (const [kind, path, decoy] of [
  ['quotes', `a'b"c`],
  ['a statement', `x'); DROP TABLE product_names; --`],
  ['a star', 'a*', 'ab'],
  ['other pattern letters', 'a[1]?', 'a1b'],
  ['a backslash', 'a\\b'],
  ['the look of a partition', 'brand=Acme/c0=9/line=8/id=7'],
  ['letters of another script', 'プロダクト é'],
]) {
  const skip = process.platform === 'win32' && 'not a path on Windows'
  test(`a path with ${kind} is only a path`, { skip }, async () => {
    const shop = new Shop({
      [`${path}.csv`]: ['id,title', 'A1,Rake'],
      [`${path}.jsonl`]: ['{"id":"A1","title":"Rake"}'],
    })
    const db = await (await DuckDBInstance.create()).connect()
    const copy = `COPY (SELECT 'A1' AS id, 'Rake' AS title) TO 'PATH' (FORMAT parquet)`
    await db.run(copy.replace('PATH', shop.path(`${path}.parquet`).replaceAll("'", "''")))
    for (const format of ['csv', 'jsonl', 'parquet']) {
      if (decoy) shop.write(`${decoy}.${format}`, 'a file that must not be read')
      shop.write('etalage.config.js', { catalogue: `${path}.${format}` })
      shop.json('build')
      const { products } = readPack(shop)
      assert.deepEqual(
        products.map(({ id, title, brand }) => [id, title, brand]),
        [['A1', 'Rake', '']],
        format,
      )
    }
  })
}

const hostileColumns = {
  title: `it's "quoted"`,
  brand: `'; DROP TABLE product_names; --`,
  url: 'プライス ✓',
  image: 'a/b~c.d',
  category: '$.id',
  aliases: 'record',
  item_group_id: 'session; SELECT',
}
const hostileRow = Object.fromEntries(
  Object.entries(hostileColumns).map(([ours, theirs]) => [theirs, `${ours}-1`]),
)
const quoted = (name) => `"${name.replaceAll('"', '""')}"`

for (const [format, write] of Object.entries({
  csv: (shop) => {
    const names = Object.keys(hostileRow).map(quoted)
    shop.write('products.csv', [
      ['id', ...names].join(),
      ['A1', ...Object.values(hostileRow)].join(),
    ])
  },
  jsonl: (shop) => shop.write('products.jsonl', [JSON.stringify({ id: 'A1', ...hostileRow })]),
  parquet: async (shop) => {
    const values = Object.entries(hostileRow).map(
      ([name, value]) => `'${value}' AS ${quoted(name)}`,
    )
    const db = await (await DuckDBInstance.create()).connect()
    await db.run(
      `COPY (SELECT 'A1' AS id, ${values.join()}) TO '${shop.path('products.parquet')}' (FORMAT parquet)`,
    )
  },
})) {
  test(`columns of any name are only columns in ${format}`, async () => {
    const catalogue = { path: `products.${format}`, columns: hostileColumns }
    const shop = new Shop({ 'etalage.config.js': { catalogue } })
    await write(shop)
    shop.json('build')
    const { names, ...fields } = readPack(shop).byId.A1
    assert.deepEqual(names, ['A1', 'aliases-1', 'item_group_id-1'])
    for (const ours of ['title', 'brand', 'url', 'image', 'category'])
      assert.equal(fields[ours], `${ours}-1`)
  })
}

test('hostile values arrive as they are', () => {
  const id = `'; DROP TABLE product_names; --`
  const title = `<script>"'\\ 🛠`
  const shop = new Shop({
    'products.jsonl': [JSON.stringify({ id, title })],
    'events.jsonl': [
      JSON.stringify({ session: `s'1`, item_id: id }),
      JSON.stringify({ session: `s'1`, item_id: id }),
    ],
    'etalage.config.js': { catalogue: 'products.jsonl', history: 'events.jsonl' },
  })
  assert.equal(shop.json('build').history.matched, 2)
  assert.equal(readPack(shop).byId[id].title, title)
})

test('a gzip file that is cut off is an error, not a short file', () => {
  const lines = ['id', ...Array.from({ length: 50_000 }, (_, i) => `A${(i * 7919) % 1_000_003}`)]
  const { code, text } = refusal('products.csv.gz', gzipSync(lines.join('\n')).subarray(0, 20_000))
  assert.equal(code, 'gzip-broken')
  assert.match(text, /products\.csv\.gz: not a complete gzip file/)
  assert.equal(refusal('products.csv.gz', 'id\nA1\n').code, 'gzip-broken')
})

test('text that is not UTF-8 is an error that names the line', () => {
  const latin = Buffer.from('A1,caf\xe9\n', 'latin1')
  for (const before of ['', 'A,x\n'.repeat(1 << 19)]) {
    const { code, line } = refusal(
      'products.csv',
      Buffer.concat([Buffer.from(`id,title\n${before}`), latin]),
    )
    assert.deepEqual([code, line], ['encoding-wrong', before.length / 4 + 2])
  }
  assert.equal(
    refusal('products.csv', Buffer.from('\ufeffid,title\nA1,x\n', 'utf16le')).code,
    'encoding-wrong',
  )
  assert.equal(
    refusal('products.jsonl', Buffer.from('{"id":"caf\xe9"}\n', 'latin1')).code,
    'encoding-wrong',
  )
})

test('line endings that change within a file are an error that names the line', () => {
  const { code, line, what } = refusal(
    'products.csv',
    'id,title\r\nA1,Rake\r\nA2,Spade\nA3,Hose\r\n',
  )
  assert.deepEqual([code, line], ['csv-broken', 3])
  assert.match(what, /the line ends with "\\n", those before it with "\\r\\n"/)
})

for (const [name, content, line] of [
  ['is cut off', '{"id":"A1"}\n\n{"id":', 3],
  ['is no object', '{"id":"A1"}\n["A2"]\n', 2],
  ['holds one value for the whole file', '[{"id":"A1"},\n{"id":"A2"}]', 1],
]) {
  test(`JSON that ${name} is an error that names the line`, () => {
    const problem = refusal('products.jsonl', content)
    assert.deepEqual([problem.code, problem.line], ['json-broken', line])
  })
}

test('the line of a problem in JSON lines counts blank lines', () => {
  const { line, what } = refusal('products.jsonl', ['{"id":"A1"}', '', '   ', '{"title":"Rake"}'])
  assert.deepEqual([line, what], [4, 'a product without an id'])
})

test('a file that only claims to be Parquet is an error', () => {
  const { code, file } = refusal('products.parquet', 'id,title\n')
  assert.deepEqual([code, file], ['file-unreadable', 'products.parquet'])
})

test('JSON lines may be called .json, and one value for the whole file is told from them', () => {
  const byId = productsOf('products.json', ['{"id":"A1","title":"Rake"}', '{"id":"A2"}'])
  assert.deepEqual(Object.keys(byId).sort(), ['A1', 'A2'])
  const { code, line } = refusal('products.json', '[{"id":"A1"}]')
  assert.deepEqual([code, line], ['json-broken', 1])
})
