// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { MeasureDescription } from '../measures/MeasureDescription.js'
import type { CollectorEstimates } from './CollectorClient.js'
import type { MeasureCounts } from './MeasureCounts.js'

/** The truth of a measure beside what is told of it. Shares are of those who reported. */
export interface MeasureResult {
  name: string
  of: string
  epsilon: number
  reports: number
  /** Too few reports: then there are no answers. */
  enough: boolean
  answers: ({ answer: string; by: string } & Compared)[]
  /** Of an experiment: how much more often was bought where it was shown. */
  uplift: Compared | null
}

interface Compared {
  truth: number
  estimate: number
  /** 95 %. */
  low: number
  high: number
  /** The interval holds the truth. */
  covered: boolean
}

export function compareMeasure(
  measure: MeasureDescription,
  counted: MeasureCounts,
  { total, uplift }: CollectorEstimates,
): MeasureResult {
  const columns = measure.columns.length || 1
  const told = total.enough ? (total.estimates ?? []) : []
  const answers = told.flatMap(({ share, low, high }, bucket) => {
    const compared = compare(counted.truths[bucket] / counted.reports, share, low, high)
    const answer = measure.rows[Math.floor(bucket / columns)].value
    const by = measure.columns[bucket % columns]?.value ?? ''
    return compared ? [{ answer, by, ...compared }] : []
  })
  return {
    name: measure.name,
    of: measure.of,
    epsilon: measure.epsilon,
    reports: total.reports,
    enough: total.enough,
    answers,
    uplift: uplift && compare(trueUplift(measure, counted), uplift.uplift, uplift.low, uplift.high),
  }
}

/** The share that bought, of who was shown less of who was held out. */
function trueUplift({ rows, columns }: MeasureDescription, { truths }: MeasureCounts): number {
  const rate = (arm: number) => {
    const of = rows.map((_, row) => truths[row * columns.length + arm])
    const all = of.reduce((sum, one) => sum + one, 0)
    return of[rows.findIndex(({ value }) => value === 'bought')] / all
  }
  return rate(0) - rate(1)
}

/** Null where one of the numbers is not defined. */
function compare(
  truth: number,
  estimate: number | null,
  low: number | null,
  high: number | null,
): Compared | null {
  if (!Number.isFinite(truth) || estimate === null || low === null || high === null) return null
  // The module rounds to millionths.
  const slack = 1e-6
  return { truth, estimate, low, high, covered: truth >= low - slack && truth <= high + slack }
}
