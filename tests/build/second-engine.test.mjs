// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The statements that make sessions of a history are plain SQL: PostgreSQL gives the same sessions as DuckDB, from the same lines.
// tests/long does the same with Spark, where there is one.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, test } from 'node:test'
import { PGlite } from '@electric-sql/pglite'
import * as sql from '../../js/build/dist/sql/history.js'
import { repository } from '../../toolchain/paths.mjs'
import { browsing } from './browsing.mjs'
import { invoices, lacking, onlineRetailLines } from './publicData.mjs'
import { inDuckDb, randomHistory, readLines, sessionise, typedLines } from './sessionise.mjs'
import { Shop } from './shop.mjs'

/** As docs/large-histories.md has it. */
const historyLines = `
  CREATE TABLE history_lines (
    record BIGINT, session VARCHAR, item_id VARCHAR, event VARCHAR, customer VARCHAR, transaction_id VARCHAR,
    happened TIMESTAMP, day INTEGER, bad_time VARCHAR, quantity DOUBLE PRECISION, bad_quantity VARCHAR,
    price DOUBLE PRECISION
  )`

const postgres = await PGlite.create()
after(() => postgres.close())

/** PostgreSQL with the same lines and nothing else. */
async function copyLines(db) {
  const lines = await typedLines(db)
  const tables = ['history_lines', 'product_names', 'history_events', 'history_sessions']
  await postgres.exec(tables.map((name) => `DROP TABLE IF EXISTS ${name};`).join(' '))
  await postgres.exec(historyLines)
  await postgres.query(
    'INSERT INTO history_lines SELECT * FROM json_populate_recordset(NULL::history_lines, $1)',
    [JSON.stringify(lines)],
  )
}

const inPostgres = (db) => ({
  run: (sql) => db.exec(sql),
  rows: async (sql) => {
    const { rows } = await db.query(sql)
    const plain = ([key, value]) => [key, typeof value === 'bigint' ? Number(value) : value]
    return rows.map((row) => Object.fromEntries(Object.entries(row).map(plain)))
  },
})

async function compare(t, lines, { columns, names } = {}) {
  const db = await readLines(t, lines, columns)
  await copyLines(db)
  const ours = await sessionise(inDuckDb(db), names)
  assert.deepEqual(await sessionise(inPostgres(postgres), names), ours)
  return ours
}

test('both engines make the same sessions of a plain history', async (t) => {
  const { countSessions, countEvents } = await compare(t, browsing({ sessions: 300, days: 20 }))
  assert.deepEqual(countSessions, [{ sessions: 300, customers: 0 }])
  assert.deepEqual(countEvents, [{ used: 1500, matched: 1500 }])
})

test(
  'both engines make the same sessions of the invoices of a real shop',
  { skip: lacking('online-retail') },
  async (t) => {
    const { countSessions, countEvents } = await compare(
      t,
      onlineRetailLines(20_000),
      invoices.history,
    )
    assert.ok(countSessions[0].sessions > 700 && countSessions[0].customers > 400)
    assert.ok(countEvents[0].used > 19_000)
  },
)

for (const seed of [1, 2]) {
  test(`both engines make the same sessions of a random history with all that goes wrong, ${seed}`, async (t) => {
    const { lines, names } = randomHistory(seed)
    const free = await compare(t, lines)
    const matched = await compare(t, lines, { names })
    assert.ok(free.lines[0].incomplete > 100)
    assert.ok(free.countEvents[0].used < free.lines[0].lines - free.lines[0].incomplete)
    assert.ok(free.countSessions[0].customers > 5)
    assert.ok(matched.countEvents[0].matched < matched.countEvents[0].used)
    assert.ok(matched.unmatchedItems.length === 5 && matched.touches.length > 5)
    assert.notDeepEqual(matched.eventRows, free.eventRows)
  })
}

test('a value that is none is found by both engines', async (t) => {
  const lines = ['session,item_id,quantity', 's,A,1', 's,B,some', ',C,none', 's,D,two']
  const db = await readLines(t, lines)
  await copyLines(db)
  for (const engine of [inDuckDb(db), inPostgres(postgres)]) {
    assert.deepEqual(await engine.rows(sql.firstBadLine), [
      { record: 2, bad_time: null, bad_quantity: 'some' },
    ])
  }
})

test('what the second engine writes of its sessions gives the pack of the lines themselves', async (t) => {
  const { lines, items } = randomHistory(4)
  await copyLines(await readLines(t, lines))
  for (const statement of ['nameProductsByHistory', 'createHistoryEvents', 'createHistorySessions'])
    await postgres.exec(sql[statement])
  const sessions = (await postgres.query(sql.sessionLines)).rows.map((row) => JSON.stringify(row))
  const half = sessions.length >> 1
  const shop = new Shop({
    'products.jsonl': items.map((id) => JSON.stringify({ id })),
    'events.csv': lines,
    'sessions/part-00000.json': sessions.slice(0, half),
    'sessions/part-00001.json': sessions.slice(half),
    'sessions/_SUCCESS': '',
  })
  const packs = ['events.csv', 'sessions'].map((history) => {
    shop.write('etalage.config.js', { catalogue: 'products.jsonl', history })
    const { quality } = shop.json('build')
    assert.ok(quality.cases > 30, `${quality.cases} cases`)
    return { quality, pack: readFileSync(shop.path('shop.pack')) }
  })
  assert.deepEqual(packs[1].quality, packs[0].quality)
  assert.ok(packs[1].pack.equals(packs[0].pack))
})

test('the page about large histories has the very statements', () => {
  const page = readFileSync(`${repository}/docs/large-histories.md`, 'utf8')
  const blocks = [...page.matchAll(/```sql\n(.*?)```/gs)].map(([, text]) => text)
  const plain = (text) => text.replace(/--.*$/gm, '').replace(/;/g, '').replace(/\s+/g, ' ').trim()
  const said = blocks.map(plain)
  for (const [name, statement] of Object.entries({
    historyLines,
    ...Object.fromEntries(
      ['nameProductsByHistory', 'createHistoryEvents', 'createHistorySessions', 'sessionLines'].map(
        (key) => [key, sql[key]],
      ),
    ),
  })) {
    assert.ok(said.includes(plain(statement)), `${name} is not in the page as it is run`)
  }
})
