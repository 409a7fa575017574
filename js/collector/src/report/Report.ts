// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** One shopper's randomised answer to one measure in one epoch. */
export interface Report {
  /** 32 hexadecimal digits, drawn for this report alone. */
  id: string
  series: string
  epoch: number
  /** The buckets that it supports. */
  buckets: readonly number[]
}

/** What a store made of a report. */
export type Verdict = 'counted' | 'already-counted' | 'epoch-over'
