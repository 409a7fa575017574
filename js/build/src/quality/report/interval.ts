// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Measured } from '../../builder/Evaluation.js'

/** Where the true value lies in 95 of 100 samples like this one. */
export interface Interval {
  low: number
  high: number
}

/** The standard normal's 97.5th percentile. */
const z = 1.959964

/** Fewer cases than this say little: the interval of a share of a half is then 20 points wide. */
export const fewCases = 100

/** Of a share, by Wilson: it stays between 0 and 1, and means something where nothing or everything was hit. */
export function shareInterval(hits: number, cases: number): Interval {
  if (cases === 0) return { low: 0, high: 1 }
  const share = hits / cases
  const spread =
    (z / (1 + z ** 2 / cases)) * Math.sqrt((share * (1 - share)) / cases + (z / (2 * cases)) ** 2)
  const centre = (share + z ** 2 / (2 * cases)) / (1 + z ** 2 / cases)
  return { low: Math.max(0, centre - spread), high: Math.min(1, centre + spread) }
}

/** Of the mean of 1 / place, from the spread of the cases around it. */
export function rankInterval({ cases, mrr20, places }: Measured): Interval {
  if (cases < 2) return { low: 0, high: 1 }
  const squares = places.reduce((sum, count, i) => sum + count / (i + 1) ** 2, 0) / cases
  const error = Math.sqrt(Math.max(0, squares - mrr20 ** 2) / (cases - 1))
  return { low: Math.max(0, mrr20 - z * error), high: Math.min(1, mrr20 + z * error) }
}

/** Cases whose answer is in the first `length` of the list. */
export function hits({ places }: Measured, length = places.length): number {
  return places.slice(0, length).reduce((sum, count) => sum + count, 0)
}
