// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { BucketEstimate, MeasureDescription } from '../DashboardData.js'
import type { Wording } from '../texts/Wording.js'

/** One of the numbers that a measure gives. */
export interface Bucket {
  index: number
  /** The value of its row. */
  value: string
  label: string
  /** What is left when the answers that were asked for are told. */
  isRest: boolean
}

export interface EstimatedBucket extends Bucket {
  estimate: BucketEstimate
}

const rest = new Set(['none', 'no', 'unknown', 'other'])

export function bucketsOf(words: Wording, { rows, columns }: MeasureDescription): Bucket[] {
  return rows.flatMap((row, r) => {
    const bucket = { value: row.value, label: words.answer(row), isRest: rest.has(row.value) }
    if (!columns.length) return [{ ...bucket, index: r }]
    return columns.map((column, c) => ({
      ...bucket,
      index: r * columns.length + c,
      label: `${bucket.label} · ${words.answer(column)}`,
    }))
  })
}

export function withEstimates(
  buckets: readonly Bucket[],
  estimates: readonly BucketEstimate[],
): EstimatedBucket[] {
  return buckets.map((bucket) => ({ ...bucket, estimate: estimates[bucket.index] }))
}

/** Those that are shown, by their size where there are too many or where that is what matters. */
export function largest<T extends EstimatedBucket>(
  buckets: readonly T[],
  most: number,
  bySize = false,
): T[] {
  if (!bySize && buckets.length <= most) return [...buckets]
  return buckets.toSorted((a, b) => b.estimate.display - a.estimate.display).slice(0, most)
}
