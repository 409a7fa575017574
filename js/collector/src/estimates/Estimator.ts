// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { CollectorModule, Counted } from '../module/CollectorModule.js'
import type { Experiment } from '../pack/PackDescription.js'
import { firstOpen } from '../report/epochs.js'
import type { EpochCounts, SeriesRecord, Store } from '../store/Store.js'
import { chooseEpochs } from './chooseEpochs.js'
import { firstDay, isoDay, lastDay } from './days.js'
import type { MeasureEstimates, Total, Uplift } from './MeasureEstimates.js'
import type { Range } from './Range.js'
import { sumCounts } from './sumCounts.js'
import { upliftQuestion } from './upliftQuestion.js'

/** Below that the intervals are wider than anything that could be learned from them. */
const floor = 200

/** Says what the counts mean. */
export class Estimator {
  constructor(
    private readonly _store: Pick<Store, 'readCounts'>,
    private readonly _module: CollectorModule,
  ) {}

  /** `known`: every series that there is, among which an earlier experiment may be found. */
  async estimate(
    record: SeriesRecord,
    known: readonly SeriesRecord[],
    range: Range,
    now: number,
  ): Promise<MeasureEstimates> {
    const { measure, experiment } = record
    const { first, last } = chooseEpochs(record, range, now)
    const stored = await this._store.readCounts(measure.series, first, last)
    const byEpoch = new Map(stored.map((counts) => [counts.epoch, counts]))
    const epochs: EpochCounts[] = []
    for (let epoch = first; epoch <= last; ++epoch) {
      epochs.push(byEpoch.get(epoch) ?? { epoch, reports: 0, counts: new Map() })
    }
    const total = sumCounts(measure, epochs)
    const { perReport, allBits } = this._module.estimate(total)
    return {
      measure,
      from: epochs.length ? firstDay(measure, first) : isoDay(range.from ?? range.to ?? now),
      to: epochs.length ? lastDay(measure, last) : isoDay(range.to ?? range.from ?? now),
      answeredBy: measure.personal ? 'both' : 'measure',
      floor,
      epochs: epochs.map((counts) => ({
        epoch: counts.epoch,
        from: firstDay(measure, counts.epoch),
        to: lastDay(measure, counts.epoch),
        open: counts.epoch >= firstOpen(measure, now),
        ...this.shares(sumCounts(measure, [counts])),
      })),
      total: this.shares(total),
      perReport,
      allBits,
      uplift: this.uplift(total, experiment, ['bought']),
      clicks: this.uplift(total, experiment, ['clicked', 'carted', 'bought']),
      against: await this.compare(total, experiment, known),
    }
  }

  private shares(counted: Counted): Total {
    const { reports } = counted
    const enough = reports >= floor
    return {
      reports,
      enough,
      estimates: enough ? this._module.estimate(counted).estimates : null,
    }
  }

  private uplift(
    counted: Counted,
    experiment: Experiment | null,
    success: readonly string[],
  ): Uplift | null {
    const question = upliftQuestion(counted, experiment, success)
    return question && counted.reports >= floor ? this._module.uplift(question) : null
  }

  /** Beside the whole of the experiment that this one names, the latest of that name. */
  private async compare(
    counted: Counted,
    experiment: Experiment | null,
    known: readonly SeriesRecord[],
  ): Promise<MeasureEstimates['against']> {
    const name = experiment?.compare
    const earlier = known.findLast(({ measure, reports }) => measure.name === name && reports > 0)
    if (!name || !earlier || counted.reports < floor) return null
    const { measure, firstEpoch, lastEpoch } = earlier
    const stored = await this._store.readCounts(measure.series, firstEpoch ?? 0, lastEpoch ?? 0)
    const ours = upliftQuestion(counted, experiment, ['bought'])
    const theirs = upliftQuestion(sumCounts(measure, stored), earlier.experiment, ['bought'])
    if (!ours || !theirs || theirs.reports < floor) return null
    return {
      name,
      uplift: this._module.uplift(theirs),
      comparison: this._module.compare(ours, theirs),
    }
  }
}
