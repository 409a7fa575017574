// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Comparison, Estimates, Uplift } from '../estimates/MeasureEstimates.js'
import type { Measure, PackDescription } from '../pack/PackDescription.js'

/** What the core does for the collector. */
export interface CollectorModule {
  /** Throws a ModuleError where this is no pack that it can read. */
  describe(pack: Uint8Array): PackDescription
  estimate(counted: Counted): Estimates
  uplift(question: UpliftQuestion): Uplift
  /** The uplift of the first less that of the second. */
  compare(first: UpliftQuestion, second: UpliftQuestion): Comparison
}

/** Reports of one measure, added up. */
export interface Counted {
  measure: Measure
  reports: number
  /** How many support each bucket. */
  counts: readonly number[]
}

export interface UpliftQuestion extends Counted {
  /** The rows that count as a success. */
  success: readonly number[]
  /** The share that is held out by design. */
  holdout: number
}
