// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// A folder of part files, as an engine of many machines writes a table, is read as the one file that it stands for.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import { browsing } from './browsing.mjs'
import { readPack } from './readPack.mjs'
import { Shop } from './shop.mjs'

const [header, ...lines] = browsing({ sessions: 200, days: 20 })
const whole = packOf(new Shop({ 'events.csv': [header, ...lines] }), 'events.csv')

function packOf(shop, history) {
  shop.write('etalage.config.js', { history })
  shop.json('build')
  return readFileSync(shop.path('shop.pack'))
}

/** The lines in three parts, none of which ends where a session does. */
const cuts = [0, 333, 334, lines.length]
const parts = [0, 1, 2].map((p) => lines.slice(cuts[p], cuts[p + 1]))
const asObjects = (lines) =>
  lines.map((line) => {
    const [session, item_id, time] = line.split(',')
    return JSON.stringify({ session, item_id, time })
  })

/** What an engine leaves beside its parts. */
const besides = {
  'events/_SUCCESS': '',
  'events/._SUCCESS.crc': 'crc\0\0\0\0',
  'events/.part-00000-c000.csv.crc': 'crc\0\0\0\0',
  'events/_committed_1': '{}',
}

function folder(ending, contents, encode = (text) => text) {
  const files = contents.map((text, p) => [
    `events/part-0000${p}-6a3e-c000.${ending}`,
    encode(`${text.join('\n')}\n`),
  ])
  return new Shop({ ...Object.fromEntries(files), ...besides })
}

const csvParts = parts.map((part) => [header, ...part])
for (const [name, shop] of Object.entries({
  CSV: folder('csv', csvParts),
  'packed CSV': folder('csv.gz', csvParts, gzipSync),
  'JSON lines': folder('jsonl', parts.map(asObjects)),
  'JSON lines called .json': folder('json', parts.map(asObjects)),
  'packed JSON lines': folder('json.gz', parts.map(asObjects), gzipSync),
})) {
  test(`a folder of ${name} parts gives the pack of the one file`, () => {
    assert.ok(packOf(shop, 'events').equals(whole))
  })
}

test('a folder of Parquet parts gives the pack of the one file', async () => {
  const shop = new Shop({ 'all.csv': [header, ...lines], ...besides })
  const db = await (await DuckDBInstance.create()).connect()
  for (const p of [0, 1, 2]) {
    await db.run(`COPY (
      SELECT session, item_id, time
      FROM (SELECT *, row_number() OVER () - 1 AS line FROM read_csv('${shop.path('all.csv')}'))
      WHERE line >= ${cuts[p]} AND line < ${cuts[p + 1]}
    ) TO '${shop.path(`events/part-0000${p}-6a3e-c000.snappy.parquet`)}' (FORMAT parquet, COMPRESSION snappy)`)
  }
  assert.ok(packOf(shop, 'events/').equals(whole))
})

test('without times the order is that of the names of the parts, and of the lines in each', () => {
  const untimed = (lines) => lines.map((line) => line.split(',').slice(0, 2).join())
  const one = new Shop({ 'events.csv': untimed([header, ...lines]) })
  const shop = new Shop()
  // Written in another order, and 10 comes after 9 only by its zeros.
  for (const p of [2, 0, 1])
    shop.write(`events/part-${['008', '009', '010'][p]}.csv`, untimed(csvParts[p]))
  assert.ok(packOf(shop, 'events').equals(packOf(one, 'events.csv')))
})

test('parts may have their columns in another order, empty parts and letters that look like a pattern', () => {
  const turned = parts[1].map((line) => line.split(',').reverse().join())
  const shop = new Shop({
    'ev*nts/part-[0].csv': csvParts[0],
    'ev*nts/part-[1]?.csv': ['time,item_id,session', ...turned],
    'ev*nts/part-[2].csv': '',
    'ev*nts/part-[3].csv': csvParts[2],
    'ev*nts/part-[4].csv': [header],
  })
  assert.ok(packOf(shop, 'ev*nts').equals(whole))
})

test('a key that some parts of JSON lines leave out is empty there', () => {
  const shop = new Shop({
    'events/a.jsonl': ['{"session":"s","item_id":"A"}'],
    'events/b.jsonl': ['{"session":"s","item_id":"B","quantity":-1}'],
    'etalage.config.js': { history: 'events' },
  })
  const { history } = shop.json('build')
  assert.deepEqual([history.used, history.leftOut], [1, 1])
})

test('a catalogue may be a folder of parts', () => {
  const shop = new Shop({
    'products/part-0.jsonl': ['{"id":"A","title":"Rake"}', '{"id":"B"}'],
    'products/part-1.jsonl.gz': gzipSync('{"id":"C","price":"3 EUR","aliases":["c"]}\n'),
    'products/_SUCCESS': '',
    'etalage.config.js': { catalogue: 'products' },
  })
  assert.equal(shop.json('build').products, 3)
  const { byId } = readPack(shop)
  assert.deepEqual([byId.A.title, byId.C.price, byId.C.names], ['Rake', 3, ['C', 'c']])
})

for (const [name, files, file, line, code, expected] of [
  [
    'a broken line',
    { 'b.csv': [header, 's,A,2026-01-01', 's,B'] },
    'b.csv',
    3,
    'csv-broken',
    /2 fields/,
  ],
  ['a wrong time', { 'b.csv': [header, '', 's,B,soon'] }, 'b.csv', 3, 'time-invalid', /"soon"/],
  [
    'a part cut off',
    { 'b.csv.gz': gzipSync('x'.repeat(999)).subarray(0, 20) },
    'b.csv.gz',
    undefined,
    'gzip-broken',
    /gzip/,
  ],
  [
    'another header',
    { 'b.csv': ['session,item', 's,A'] },
    'b.csv',
    1,
    'parts-differ',
    /without "item_id", "time" and with "item", unlike events\/a\.csv/,
  ],
  ['no header', { 'b.csv': ['s,A,2026-01-01'] }, 'b.csv', 1, 'parts-differ', /a header in each/],
  [
    'another kind',
    { 'b.jsonl': ['{"session":"s"}'] },
    'b.jsonl',
    undefined,
    'parts-mixed',
    /another kind than events\/a\.csv; expected one kind/,
  ],
  ['an unknown kind', { 'b.orc': 'x' }, 'b.orc', undefined, 'format-unknown', /expected \.csv/],
  [
    'a folder',
    { 'day=1/b.csv': [header] },
    'day=1',
    undefined,
    'folder-nested',
    /without partitioning/,
  ],
]) {
  test(`${name} among the parts is an error that names the part`, () => {
    const paths = Object.entries(files).map(([path, content]) => [`events/${path}`, content])
    const shop = new Shop({
      'events/a.csv': [header, 's,A,2026-01-01'],
      ...Object.fromEntries(paths),
      'etalage.config.js': { history: 'events' },
    })
    const problem = shop.refused('build')
    assert.deepEqual([problem.code, problem.file, problem.line], [code, `events/${file}`, line])
    assert.match(problem.text, expected)
  })
}

test('a wrong value in a Parquet part is named with its file and row', async () => {
  const shop = new Shop({ 'events/_SUCCESS': '', 'etalage.config.js': { history: 'events' } })
  const db = await (await DuckDBInstance.create()).connect()
  for (const [p, bad] of [-1, 2].entries()) {
    await db.run(`COPY (
      SELECT 's' AS session, 'A' AS item_id, CASE WHEN i = ${bad} THEN 'some' ELSE '1' END AS quantity
      FROM range(5) AS numbers (i)
    ) TO '${shop.path(`events/part-${p}.parquet`)}' (FORMAT parquet)`)
  }
  const { file, row } = shop.refused('build')
  assert.deepEqual([file, row], ['events/part-1.parquet', 3])
})

for (const [name, files, code] of [
  ['an empty folder', { 'events/_SUCCESS': '', 'events/.part-0.csv.crc': 'x' }, 'folder-empty'],
  ['a folder of empty files', { 'events/part-0.csv': '', 'events/part-1.csv': '' }, 'file-empty'],
  ['a folder of nothing known', { 'events/notes.md': 'x' }, 'format-unknown'],
  [
    'a folder of headers alone',
    { 'events/a.csv': [header], 'events/b.csv': [header] },
    'history-empty',
  ],
]) {
  test(`${name} is an error`, () => {
    const shop = new Shop({ ...files, 'etalage.config.js': { history: 'events' } })
    assert.equal(shop.refused('build').code, code)
  })
}
