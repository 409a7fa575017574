// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** Where the true value lies in 95 of 100 cases. */
export interface Interval {
  low: number
  high: number
}

/** The part of an interval that a share can be in. */
export function possible({ low, high }: Interval): Interval {
  const clamp = (share: number) => Math.min(1, Math.max(0, share))
  return { low: clamp(low), high: clamp(high) }
}
