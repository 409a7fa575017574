// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Definition, EpochCounts, SeriesRecord } from './Store.js'

/** Rows as a database gives them: PostgreSQL gives large numbers as text. */
type Figure = number | string

export interface SeriesRow {
  definition: string
  firstSeen: Figure
  reports: Figure
  firstEpoch: number | null
  lastEpoch: number | null
}

export function seriesRecord({
  definition,
  firstSeen,
  reports,
  ...epochs
}: SeriesRow): SeriesRecord {
  return {
    ...(JSON.parse(definition) as Definition),
    firstSeen: Number(firstSeen),
    reports: Number(reports),
    ...epochs,
  }
}

export interface EpochRow {
  epoch: number
  reports: Figure
}

export interface CountRow {
  epoch: number
  bucket: number
  count: Figure
}

export function epochCounts(epochs: readonly EpochRow[], rows: readonly CountRow[]): EpochCounts[] {
  const counts = new Map(epochs.map(({ epoch }) => [epoch, new Map<number, number>()]))
  for (const { epoch, bucket, count } of rows) counts.get(epoch)?.set(bucket, Number(count))
  return epochs.map(({ epoch, reports }) => ({
    epoch,
    reports: Number(reports),
    counts: counts.get(epoch) ?? new Map<number, number>(),
  }))
}
