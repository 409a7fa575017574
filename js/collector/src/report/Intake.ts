// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Measure } from '../pack/PackDescription.js'
import { judgeEpoch } from './epochs.js'
import type { GroupCommit } from './GroupCommit.js'
import type { Outcome } from './outcomes.js'
import { parseReport } from './parseReport.js'
import { readAnswer } from './readAnswer.js'

/** Takes reports in: judges each by itself, and has the good ones counted. */
export class Intake {
  constructor(
    private readonly _measures: ReadonlyMap<string, Measure>,
    private readonly _commit: Pick<GroupCommit, 'count'>,
    private readonly _now: () => number,
  ) {}

  async take(text: string): Promise<Outcome> {
    const written = parseReport(text)
    if (!written) return 'malformed'
    const { id, series, epoch, answer } = written
    const measure = this._measures.get(series)
    if (!measure) return 'unknown-series'
    const buckets = readAnswer(measure, answer)
    if (!buckets) return 'malformed'
    const judged = judgeEpoch(measure, epoch, this._now())
    if (judged !== 'open') return judged
    return this._commit.count({ id, series, epoch, buckets })
  }
}
