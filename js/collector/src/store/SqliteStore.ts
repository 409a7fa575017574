// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import Database from 'better-sqlite3'
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

/** Counts in one file. */
export class SqliteStore implements Store {
  private readonly _database: Database.Database
  private readonly _statements
  private readonly _countAll: Database.Transaction<(reports: readonly Report[]) => Verdict[]>

  constructor(path: string) {
    this._database = new Database(path)
    this._database.pragma('journal_mode = WAL')
    this._database.pragma('synchronous = FULL') // what is committed survives a loss of power
    this._database.transaction(() =>
      sql.createTables.forEach((text) => this._database.exec(text)),
    )()
    const prepare = (text: string) => this._database.prepare(text)
    this._statements = {
      declare: prepare(sql.declare),
      selectClosed: prepare(sql.selectClosed),
      insertId: prepare(sql.insertId),
      addReports: prepare(sql.addReports),
      addCount: prepare(sql.addCount),
      closeEpochs: prepare(sql.closeEpochs),
      forgetIds: prepare(sql.forgetIds),
      selectSeries: prepare(sql.selectSeries),
      selectEpochs: prepare(sql.selectEpochs),
      selectCounts: prepare(sql.selectCounts),
    }
    this._countAll = this._database.transaction((reports) => this.countEach(reports))
  }

  declare(definitions: readonly Definition[], now: number): Promise<void> {
    return this.transact(() => {
      for (const definition of definitions) {
        const { series } = definition.measure
        this._statements.declare.run({ 1: series, 2: JSON.stringify(definition), 3: now })
      }
    })
  }

  count(reports: readonly Report[]): Promise<Verdict[]> {
    return attempt(() => this._countAll.immediate(reports))
  }

  close(series: string, before: number): Promise<void> {
    return this.transact(() => {
      this._statements.closeEpochs.run({ 1: series, 2: before })
      this._statements.forgetIds.run({ 1: series, 2: before })
    })
  }

  listSeries(): Promise<SeriesRecord[]> {
    return attempt(() => (this._statements.selectSeries.all() as SeriesRow[]).map(seriesRecord))
  }

  readCounts(series: string, first: number, last: number): Promise<EpochCounts[]> {
    const range = { 1: series, 2: first, 3: last }
    const { selectEpochs, selectCounts } = this._statements
    // In one transaction, so that reports and counts are of one moment.
    return attempt(() =>
      this._database.transaction(() =>
        epochCounts(selectEpochs.all(range) as EpochRow[], selectCounts.all(range) as CountRow[]),
      )(),
    )
  }

  check(): Promise<void> {
    return attempt(() => void this._database.prepare('SELECT 1').get())
  }

  end(): Promise<void> {
    return attempt(() => void this._database.close())
  }

  private transact(work: () => void): Promise<void> {
    return attempt(() => this._database.transaction(work).immediate())
  }

  private countEach(reports: readonly Report[]): Verdict[] {
    const { selectClosed, insertId, addReports, addCount } = this._statements
    const closed = new Set(
      tally(reports)
        .filter(({ series, epoch }) => selectClosed.get({ 1: series, 2: epoch }))
        .map(({ series, epoch }) => `${series} ${epoch}`),
    )
    const counted: Report[] = []
    const verdicts = reports.map((report): Verdict => {
      const { series, epoch, id } = report
      if (closed.has(`${series} ${epoch}`)) return 'epoch-over'
      if (insertId.run({ 1: series, 2: epoch, 3: id }).changes === 0) return 'already-counted'
      counted.push(report)
      return 'counted'
    })
    for (const { series, epoch, reports: count, counts } of tally(counted)) {
      addReports.run({ 1: series, 2: epoch, 3: count })
      for (const [bucket, reached] of counts) {
        addCount.run({ 1: series, 2: epoch, 3: bucket, 4: reached })
      }
    }
    return verdicts
  }
}

function attempt<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => resolve(work()))
}
