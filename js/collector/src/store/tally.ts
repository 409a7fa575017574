// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Report } from '../report/Report.js'

/** Reports of one epoch of a series, and how many of them support each bucket. */
export interface EpochTally {
  series: string
  epoch: number
  reports: number
  counts: Map<number, number>
}

/** Adds reports up, so that a batch of them writes each count once. */
export function tally(reports: Iterable<Report>): EpochTally[] {
  const tallies = new Map<string, EpochTally>()
  for (const { series, epoch, buckets } of reports) {
    const key = `${series} ${epoch}`
    let found = tallies.get(key)
    if (!found) tallies.set(key, (found = { series, epoch, reports: 0, counts: new Map() }))
    ++found.reports
    for (const bucket of buckets) found.counts.set(bucket, (found.counts.get(bucket) ?? 0) + 1)
  }
  return [...tallies.values()]
}
