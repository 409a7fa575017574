// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { possibleShare } from '../charts/Interval.js'
import type { Arm } from '../DashboardData.js'
import type { Wording } from '../texts/Wording.js'

/** The share of one side that did it, with its interval. */
export function rateText(words: Wording, { rate, rateLow, rateHigh }: Arm): string {
  if (rate === null || rateLow === null || rateHigh === null) return words.texts.notEnough.cell
  const range = words.range({ low: rateLow, high: rateHigh })
  return `${words.percent(possibleShare(rate))} (${range})`
}
