// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { BuildModule, EstimatorModule } from '../builder/BuildModule.js'
import { Encoder } from '../builder/Encoder.js'
import { moduleError } from '../builder/moduleError.js'

export type Mechanism = 'k-rr' | 'oue'

/** How a measure's answers are randomised. */
export interface Channel {
  mechanism: Mechanism
  buckets: number
  a: number
  b: number
}

/** What reports of one measure add up to. */
export interface Tally {
  mechanism: Mechanism
  rows: number
  columns: number
  a: number
  b: number
  reports: number
  /** By bucket, row * columns + column: the reports that support it. */
  counts: readonly number[]
}

/** Of one bucket; null where nothing was reported. */
export interface Estimate {
  share: number | null
  low: number | null
  high: number | null
}

export interface Uplift {
  uplift: number | null
  low: number | null
  high: number | null
}

/** What the core makes of counted reports. `delete` it when done: the module cannot know. */
export class Estimator {
  private readonly _estimator: EstimatorModule

  constructor(module: BuildModule) {
    this._estimator = new module.Estimator()
  }

  /** The reports after which a share is known to so much either way (95 %), and how often a single answer is the truth. */
  needed(
    { mechanism, buckets, a, b }: Channel,
    share: number,
    halfWidth: number,
  ): { reports: number; truth: number } {
    const question = new Encoder().u8(numbers[mechanism]).u32(buckets).u32(a).u32(b)
    this._fill(question.f64(share).f64(halfWidth).bytes())
    return this._json(this._estimator.needed()) as { reports: number; truth: number }
  }

  /** By bucket. */
  estimate(tally: Tally): Estimate[] {
    this._fill(encode(tally).bytes())
    const { estimates } = this._json(this._estimator.estimate()) as { estimates: Estimate[] }
    return estimates
  }

  /** Of a tally whose columns are who was shown a slot and who was held out, `holdout` of all by design. */
  uplift(tally: Tally, success: readonly number[], holdout: number): Uplift {
    const trial = encode(tally).u8(success.length)
    for (const row of success) trial.u8(row)
    this._fill(trial.f64(holdout).bytes())
    return this._json(this._estimator.uplift()) as Uplift
  }

  delete(): void {
    this._estimator.delete()
  }

  private _fill(message: Uint8Array): void {
    const scratch = this._estimator.input(message.length)
    if (scratch.length !== message.length) throw moduleError(this._estimator.error())
    scratch.set(message)
  }

  private _json(done: boolean): unknown {
    if (!done) throw moduleError(this._estimator.error())
    return JSON.parse(new TextDecoder().decode(this._estimator.output().slice()))
  }
}

/** As in core/pack/measure.h. */
const numbers: Record<Mechanism, number> = { 'k-rr': 1, oue: 2 }

function encode({ mechanism, rows, columns, a, b, reports, counts }: Tally): Encoder {
  const encoder = new Encoder().u8(numbers[mechanism]).u32(rows).u32(columns).u32(a).u32(b)
  encoder.f64(reports)
  for (const count of counts) encoder.f64(count)
  return encoder
}
