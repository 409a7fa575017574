// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** Where the true value lies in 95 of 100 cases. */
export interface Interval {
  low: number
  high: number
}

/** The part of an interval that a share can be in. */
export function possible({ low, high }: Interval): Interval {
  return { low: possibleShare(low), high: possibleShare(high) }
}

/** Noise can make a share less than none, and more than all. */
export function possibleShare(share: number): number {
  return Math.min(1, Math.max(0, share))
}
