// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { bucketsOf } from '../pack/bucketsOf.js'
import type { Measure } from '../pack/PackDescription.js'

/** The buckets that an answer supports; undefined where the measure's mechanism gives no such answer. */
export function readAnswer(measure: Measure, answer: string): number[] | undefined {
  const buckets: number[] = []
  for (let digit = 0; digit < answer.length; ++digit) {
    const bits = parseInt(answer[digit], 16)
    // The first digit of a byte is its upper half.
    const first = (digit >> 1) * 8 + (digit % 2 === 0 ? 4 : 0)
    for (let bit = 0; bit < 4; ++bit) if (bits & (1 << bit)) buckets.push(first + bit)
  }
  const count = bucketsOf(measure)
  if (buckets.some((bucket) => bucket >= count)) return undefined
  if (measure.mechanism === 'k-rr' && buckets.length !== 1) return undefined
  return buckets
}
