// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// A PostgreSQL that goes away and comes back.
import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import pg from 'pg'
import { measures } from './support/description.mjs'
import { Postgres } from './support/Postgres.mjs'
import { epochAt, report } from './support/reports.mjs'
import { noon, startCollector } from './support/startCollector.mjs'
import { countsOf } from './support/stateOf.mjs'

const { lifecycle } = measures
const week = epochAt(lifecycle, noon)

let postgres
before(async () => (postgres = await Postgres.start()))
after(() => postgres.stop())

test('while the database is away reports are refused as not durable, and counted again when it is back', async (t) => {
  const store = await postgres.database()
  const name = new URL(store).pathname.slice(1)
  const collector = await startCollector(t, { store })
  const administrator = new pg.Client({ connectionString: postgres.address('postgres') })
  await administrator.connect()
  t.after(() => administrator.end())
  const disconnect = () =>
    administrator.query(
      `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '${name}'`,
    )
  const admit = (allowed) =>
    administrator.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS ${allowed}`)
  const text = report(lifecycle, week, [0])

  assert.equal(await collector.send(report(lifecycle, week, [1])), 204)
  await admit(false)
  await disconnect()
  assert.equal(await collector.send(text), 503)
  assert.equal((await collector.get('/healthz')).status, 503)
  assert.equal((await collector.get('/measures')).status, 503)
  await admit(true)
  assert.equal(await collector.send(text), 204)
  assert.equal(await collector.send(text), 409)
  assert.equal((await collector.get('/healthz')).status, 200)
  assert.equal((await countsOf(collector, lifecycle, week)).reports, 2)
})
