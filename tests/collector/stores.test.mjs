// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What the stores keep, for how long, and that several collectors share one.
import assert from 'node:assert/strict'
import test from 'node:test'
import Database from 'better-sqlite3'
import pg from 'pg'
import { SqliteStore } from '../../js/collector/dist/store/SqliteStore.js'
import { measures } from './support/description.mjs'
import { eachStore } from './support/eachStore.mjs'
import { epochAt, newId, report } from './support/reports.mjs'
import { noon, startCollector } from './support/startCollector.mjs'
import { countsOf, stateOf } from './support/stateOf.mjs'

const { lifecycle, hesitating, gaps } = measures
const day = 86_400_000
const today = epochAt(hesitating, noon)

/** All rows of all tables, as text. */
async function everything(store) {
  if (!store.startsWith('postgres:')) {
    const database = new Database(store)
    const tables = database.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).pluck()
    const rows = tables.all().map((name) => database.prepare(`SELECT * FROM ${name}`).all())
    database.close()
    return JSON.stringify(rows)
  }
  const client = new pg.Client({ connectionString: store })
  await client.connect()
  const tables = await client.query(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
  )
  const rows = []
  for (const { name } of tables.rows) rows.push((await client.query(`SELECT * FROM ${name}`)).rows)
  await client.end()
  return JSON.stringify(rows)
}

eachStore((database) => {
  test('ids are kept until their epoch closes, and then forgotten; counts stay', async (t) => {
    const store = await database()
    const { clock, send, collector } = await startCollector(t, { store })
    const [early, late] = [newId(), newId()]
    assert.equal(await send(report(hesitating, today - 1, [0], early)), 204)
    assert.equal(await send(report(hesitating, today, [1], late)), 204)
    assert.match(await everything(store), new RegExp(early))
    clock.now = noon + day
    await collector.closeEpochs()
    const kept = await everything(store)
    assert.doesNotMatch(kept, new RegExp(early))
    assert.match(kept, new RegExp(late))
    assert.equal((await countsOf({ collector }, hesitating, today - 1)).reports, 1)
  })

  test('an epoch whose ids are forgotten counts no more, though the clock goes back', async (t) => {
    const collector = await startCollector(t, { store: await database() })
    const { clock, send } = collector
    const replayed = report(hesitating, today - 1, [0])
    assert.equal(await send(replayed), 204)
    clock.now = noon + day
    await collector.collector.closeEpochs()
    clock.now = noon
    const before = await stateOf(collector)
    assert.equal(await send(replayed), 410)
    assert.equal(await send(report(hesitating, today - 1, [1])), 410)
    assert.deepEqual(await stateOf(collector), before)
    assert.equal(await send(report(hesitating, today, [1])), 204)
  })

  test('nothing of a report is kept but its id: no answer, no address, no time, no query', async (t) => {
    const store = await database()
    const { address } = await startCollector(t, { store, trustProxy: true })
    const text = report(gaps, epochAt(gaps, noon), [0, 1, 2, 3, 4, 5, 6, 7])
    const before = await everything(store)
    const response = await fetch(`${address}/reports?utm_campaign=secret-query`, {
      method: 'POST',
      headers: { 'x-forwarded-for': '203.0.113.77', referer: 'https://secret-page.example/' },
      body: text,
    })
    assert.equal(response.status, 204)
    const after = await everything(store)
    assert.notEqual(after, before)
    assert.match(after, new RegExp(JSON.parse(text).id))
    for (const secret of ['secret', '203.0.113', JSON.parse(text).answer, 'undici', 'node']) {
      assert.doesNotMatch(after, new RegExp(secret), secret)
    }
  })

  test('several collectors over one database count each report once, whoever it is sent to', async (t) => {
    const store = await database()
    const first = await startCollector(t, { store })
    const second = await startCollector(t, { store })
    const week = epochAt(lifecycle, noon)
    const reports = Array.from({ length: 100 }, (_, i) => report(lifecycle, week, [i % 4]))
    // Each is sent to both, in different orders.
    const [ones, others] = await Promise.all([
      Promise.all(reports.map((text) => first.send(text))),
      Promise.all(reports.toReversed().map((text) => second.send(text))),
    ])
    const answers = ones.map((status, i) => [status, others.at(-1 - i)].sort())
    assert.deepEqual(answers, Array(100).fill([204, 409]))
    assert.deepEqual(await countsOf(first, lifecycle, week), {
      reports: 100,
      counts: { 0: 25, 1: 25, 2: 25, 3: 25 },
    })
    assert.deepEqual(first.errors.concat(second.errors), [])
  })

  test('an epoch that one collector closes is closed for the other, whose clock is behind', async (t) => {
    const store = await database()
    const ahead = await startCollector(t, { store })
    const behind = await startCollector(t, { store })
    const replayed = report(hesitating, today - 1, [0])
    assert.equal(await behind.send(replayed), 204)
    ahead.clock.now = noon + day
    await ahead.collector.closeEpochs()
    assert.equal(await behind.send(replayed), 410)
  })

  test('every figure beyond 32 bits comes back as it was', async (t) => {
    const store = await database()
    const { collector } = await startCollector(t, { store, now: 5_000_000_000_000 })
    const [{ firstSeen }] = await collector.store.listSeries()
    assert.equal(firstSeen, 5_000_000_000_000)
  })
})

test('SQLite writes ahead and waits for the disk at each commit', async (t) => {
  const set = t.mock.method(Database.prototype, 'pragma')
  await new SqliteStore(':memory:').end()
  const pragmas = set.mock.calls.map(({ arguments: [text] }) => text)
  assert.deepEqual(pragmas, ['journal_mode = WAL', 'synchronous = FULL'])
})
