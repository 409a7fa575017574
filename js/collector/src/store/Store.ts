// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Experiment, Measure } from '../pack/PackDescription.js'
import type { Report, Verdict } from '../report/Report.js'

/** Keeps counts; and of reports nothing but their ids, until their epoch closes. */
export interface Store {
  /** Remembers what these series are of. */
  declare(definitions: readonly Definition[], now: number): Promise<void>
  /** Counts reports, each id once in its series and epoch; durable when it returns. */
  count(reports: readonly Report[]): Promise<Verdict[]>
  /** Closes the epochs of a series before that one: they count no more, and their ids are forgotten. */
  close(series: string, before: number): Promise<void>
  listSeries(): Promise<SeriesRecord[]>
  /** Of the epochs from `first` to `last` that have reports, in order. */
  readCounts(series: string, first: number, last: number): Promise<EpochCounts[]>
  /** Throws where it would not answer. */
  check(): Promise<void>
  end(): Promise<void>
}

/** What is remembered of a series: its measure, and the experiment that divides it. */
export interface Definition {
  measure: Measure
  experiment: Experiment | null
}

export interface SeriesRecord extends Definition {
  /** When it was first declared. */
  firstSeen: number
  reports: number
  /** The first and last epoch that have reports. */
  firstEpoch: number | null
  lastEpoch: number | null
}

export interface EpochCounts {
  epoch: number
  reports: number
  /** How many reports support each bucket that any supports. */
  counts: ReadonlyMap<number, number>
}
