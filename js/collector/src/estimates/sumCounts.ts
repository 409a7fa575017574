// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { bucketsOf } from '../pack/bucketsOf.js'
import type { Measure } from '../pack/PackDescription.js'
import type { Counted } from '../module/CollectorModule.js'
import type { EpochCounts } from '../store/Store.js'

/** Epochs of one measure together. */
export function sumCounts(measure: Measure, epochs: readonly EpochCounts[]): Counted {
  const sum = new Array<number>(bucketsOf(measure)).fill(0)
  let total = 0
  for (const { reports, counts } of epochs) {
    total += reports
    for (const [bucket, count] of counts) sum[bucket] += count
  }
  return { measure, reports: total, counts: sum }
}
