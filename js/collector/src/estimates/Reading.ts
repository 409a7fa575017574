// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { PackDescription } from '../pack/PackDescription.js'
import type { SeriesRecord, Store } from '../store/Store.js'
import type { Estimator } from './Estimator.js'
import type { MeasureEstimates, Overview } from './MeasureEstimates.js'
import { QuestionError } from './QuestionError.js'
import type { Range } from './Range.js'

/** What the shop asks of its counts. */
export class Reading {
  constructor(
    private readonly _store: Store,
    private readonly _estimator: Estimator,
    private readonly _pack: () => PackDescription,
    private readonly _now: () => number,
  ) {}

  /** By its name, as the pack has it now, else as a pack had it last; or by its series. */
  async estimate(name: string, series: string, range: Range): Promise<MeasureEstimates> {
    const known = await this._store.listSeries()
    const found = this.newestFirst(known).find(({ measure }) =>
      series ? measure.series === series : measure.name === name,
    )
    if (found) return this._estimator.estimate(found, known, range, this._now())
    const names = [...new Set(known.map(({ measure }) => measure.name))]
    const asked = series ? `series "${series}"` : `measure "${name}"`
    throw new QuestionError(
      404,
      'unknown-measure',
      `there is no ${asked}; expected one of ${names.join(', ')}`,
    )
  }

  /** Every measure of the pack; and of those that it no longer has, what was reported in the range. */
  async estimateAll(range: Range): Promise<MeasureEstimates[]> {
    const known = await this._store.listSeries()
    const estimates: MeasureEstimates[] = []
    const names = new Set<string>()
    for (const record of this.newestFirst(known)) {
      const { name } = record.measure
      if (names.has(name)) continue
      names.add(name)
      const found = await this._estimator.estimate(record, known, range, this._now())
      if (this.isCurrent(record) || found.total.reports > 0) estimates.push(found)
    }
    return estimates
  }

  async overview(): Promise<Overview> {
    const { experiments, budget } = this._pack()
    const known = await this._store.listSeries()
    const measures = this.newestFirst(known).map((record) => {
      const { measure, reports, firstEpoch, lastEpoch } = record
      const { name, label, of, series } = measure
      const current = this.isCurrent(record)
      return { name, label, of, series, reports, firstEpoch, lastEpoch, current }
    })
    return { measures, experiments, budget }
  }

  /** The pack's own in its order, then earlier ones. */
  private newestFirst(known: readonly SeriesRecord[]): SeriesRecord[] {
    const order = new Map(this._pack().measures.map(({ series }, i) => [series, i]))
    const place = ({ measure }: SeriesRecord) => order.get(measure.series) ?? Infinity
    return known.toSorted((a, b) => {
      const difference = place(a) - place(b)
      return Number.isNaN(difference) || difference === 0 ? b.firstSeen - a.firstSeen : difference
    })
  }

  private isCurrent({ measure }: SeriesRecord): boolean {
    return this._pack().measures.some(({ series }) => series === measure.series)
  }
}
