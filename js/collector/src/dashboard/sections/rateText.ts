// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { possibleShare } from '../charts/Interval.js'
import type { Arm, Uplift } from '../DashboardData.js'
import type { Wording } from '../texts/Wording.js'

/** The share of one side that did it, with its interval. */
export function rateText(words: Wording, { rate, rateLow, rateHigh }: Arm): string {
  if (rate === null || rateLow === null || rateHigh === null) return words.texts.notEnough.cell
  const range = words.range({ low: rateLow, high: rateHigh })
  return `${words.percent(possibleShare(rate))} (${range})`
}

/** The share of the answers that are of the side held out, with its interval. */
export function heldOutText(words: Wording, { arms, ratio }: Uplift): string {
  const { low, high } = arms[1]
  const share = words.percent(ratio.found)
  return low === null || high === null ? share : `${share} (${words.range({ low, high })})`
}
