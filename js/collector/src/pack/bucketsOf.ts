// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Measure } from './PackDescription.js'

/** Into how many buckets answers fall; a bucket is row × columns + column. */
export function bucketsOf({ rows, columns }: Measure): number {
  return rows.length * Math.max(1, columns.length)
}
