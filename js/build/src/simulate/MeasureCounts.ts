// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Estimator, Tally } from '../measures/Estimator.js'
import type { MeasureDescription } from '../measures/MeasureDescription.js'
import type { CollectorEstimates } from './CollectorClient.js'
import type { SimulatedReport } from './liveThrough.js'

/** As a collector has it. */
const floor = 200

/** Reports of one measure, counted as a collector does, and the truth that they hide. */
export class MeasureCounts {
  reports = 0
  /** By bucket: how many reports support it. */
  readonly counts: number[]
  /** By bucket: of how many shoppers' reports it is the truth. */
  readonly truths: number[]

  constructor(buckets: number) {
    this.counts = Array.from({ length: buckets }, () => 0)
    this.truths = [...this.counts]
  }

  add({ text, truth }: SimulatedReport): void {
    const bits = Buffer.from((JSON.parse(text) as { answer: string }).answer, 'hex')
    ++this.reports
    ++this.truths[truth]
    for (let bucket = 0; bucket < this.counts.length; ++bucket) {
      this.counts[bucket] += (bits[bucket >> 3] >> (bucket & 7)) & 1
    }
  }

  /** What a collector would say. */
  estimates(
    estimator: Estimator,
    { mechanism, a, b, rows, columns, across }: MeasureDescription,
    holdout: number,
  ): CollectorEstimates {
    const { reports, counts } = this
    const enough = reports >= floor
    const tally: Tally = {
      mechanism,
      rows: rows.length,
      columns: columns.length || 1,
      a,
      b,
      reports,
      counts,
    }
    const success = rows.flatMap(({ value }, row) => (value === 'bought' ? [row] : []))
    return {
      total: { reports, enough, estimates: enough ? estimator.estimate(tally) : null },
      uplift:
        enough && across === 'experiment' && success.length
          ? estimator.uplift(tally, success, holdout)
          : null,
    }
  }
}
