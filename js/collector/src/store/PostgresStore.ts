// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import pg from 'pg'
import type { Report, Verdict } from '../report/Report.js'
import {
  epochCounts,
  seriesRecord,
  type CountRow,
  type EpochRow,
  type SeriesRow,
} from './records.js'
import * as sql from './sql.js'
import type { Definition, EpochCounts, SeriesRecord, Store } from './Store.js'
import { tally } from './tally.js'

/** Of the locks that the collectors of one database hold, by the number that nobody else is likely to use. */
const lock = 0x65746c67

/** Milliseconds until a database that does not answer counts as failing. */
const patience = 10_000

/** Counts in a database that several collectors may share. */
export class PostgresStore implements Store {
  private constructor(private readonly _pool: pg.Pool) {}

  static async open(url: string, onError: (error: unknown) => void): Promise<PostgresStore> {
    const pool = new pg.Pool({
      connectionString: url,
      connectionTimeoutMillis: patience,
      query_timeout: patience,
    })
    pool.on('error', onError) // of a connection that nobody uses: the next request opens another
    const store = new PostgresStore(pool)
    try {
      await store.transact('exclusive', async (client) => {
        for (const text of sql.createTables) await client.query(text)
      })
    } catch (error) {
      await pool.end()
      throw error
    }
    return store
  }

  async declare(definitions: readonly Definition[], now: number): Promise<void> {
    await this.transact('exclusive', async (client) => {
      for (const definition of definitions) {
        const { series } = definition.measure
        await client.query(sql.declare, [series, JSON.stringify(definition), now])
      }
    })
  }

  /** Beside other collectors, but not beside one that closes epochs. */
  count(reports: readonly Report[]): Promise<Verdict[]> {
    return this.transact('shared', async (client) => {
      const epochs = columns(tally(reports), series, epoch)
      const closed = new Set((await rows(client, sql.batched.selectClosed, epochs)).map(keyOfEpoch))
      const open = reports.filter((report) => !closed.has(keyOfEpoch(report)))
      if (open.length === 0) return reports.map(() => 'epoch-over')
      const ids = columns(open, series, epoch, ({ id }) => id)
      const inserted = new Set((await rows(client, sql.batched.insertIds, ids)).map(keyOfId))
      const counted: Report[] = []
      const verdicts = reports.map((report): Verdict => {
        if (closed.has(keyOfEpoch(report))) return 'epoch-over'
        if (!inserted.delete(keyOfId(report))) return 'already-counted'
        counted.push(report)
        return 'counted'
      })
      await this.add(client, counted)
      return verdicts
    })
  }

  async close(series: string, before: number): Promise<void> {
    await this.transact('exclusive', async (client) => {
      await client.query(sql.closeEpochs, [series, before])
      await client.query(sql.forgetIds, [series, before])
    })
  }

  async listSeries(): Promise<SeriesRecord[]> {
    const { rows } = await this._pool.query<SeriesRow>(sql.selectSeries)
    return rows.map(seriesRecord)
  }

  async readCounts(series: string, first: number, last: number): Promise<EpochCounts[]> {
    const client = await this._pool.connect()
    try {
      // As of one moment, so that counts belong to the number of reports.
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
      const range = [series, first, last]
      const epochs = await client.query<EpochRow>(sql.selectEpochs, range)
      const counts = await client.query<CountRow>(sql.selectCounts, range)
      await client.query('COMMIT')
      client.release()
      return epochCounts(epochs.rows, counts.rows)
    } catch (error) {
      client.release(true)
      throw error
    }
  }

  async check(): Promise<void> {
    await this._pool.query('SELECT 1')
  }

  end(): Promise<void> {
    return this._pool.end()
  }

  private async add(client: pg.PoolClient, counted: readonly Report[]): Promise<void> {
    if (counted.length === 0) return
    const tallies = tally(counted)
    const added = columns(tallies, series, epoch, ({ reports }) => reports)
    await client.query(sql.batched.addReports, added)
    const counts = tallies.flatMap(({ counts, ...key }) =>
      [...counts].map(([bucket, count]) => ({ ...key, bucket, count })),
    )
    const reached = columns(
      counts,
      ...[series, epoch],
      ({ bucket }) => bucket,
      ({ count }) => count,
    )
    await client.query(sql.batched.addCounts, reached)
  }

  private async transact<T>(
    held: 'shared' | 'exclusive',
    work: (client: pg.PoolClient) => Promise<T>,
  ): Promise<T> {
    const client = await this._pool.connect()
    try {
      // Durable when it returns, whatever the server is set to.
      await client.query('BEGIN; SET LOCAL synchronous_commit = on')
      await client.query(
        held === 'shared'
          ? 'SELECT pg_advisory_xact_lock_shared($1)'
          : 'SELECT pg_advisory_xact_lock($1)',
        [lock],
      )
      const result = await work(client)
      await client.query('COMMIT')
      client.release()
      return result
    } catch (error) {
      client.release(true) // and its transaction ends with it
      throw error
    }
  }
}

interface Key {
  series: string
  epoch: number
}

function keyOfEpoch({ series, epoch }: Key): string {
  return `${series} ${epoch}`
}

function keyOfId({ series, epoch, id }: Key & { id: string }): string {
  return `${series} ${epoch} ${id}`
}

async function rows(client: pg.PoolClient, text: string, values: unknown[]) {
  return (await client.query<Key & { id: string }>(text, values)).rows
}

/** The values of each column, as `unnest` takes them. */
function columns<T>(
  records: readonly T[],
  ...of: readonly ((record: T) => string | number)[]
): unknown[] {
  return of.map((value) => records.map(value))
}

const series = (key: Key) => key.series
const epoch = (key: Key) => key.epoch
