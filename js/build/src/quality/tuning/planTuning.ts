// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { History } from '../../history/History.js'
import type { Cases } from '../Cases.js'
import { makeCases } from '../makeCases.js'

/** A search on more would take longer than the training itself, and what it learned of the blend would hardly change. */
const mostEvents = 300_000
const validationShare = 0.1
const mostCases = 8_000
/** By fewer, one setting cannot be told from another. */
export const leastCases = 500

export interface TuningPlan {
  /** The sessions that the settings are tried on are not in it. */
  history: History
  cases: Cases
}

/** The newest sessions of a history: most of them to train on, the last tenth to choose by; or why nothing can be chosen. */
export function planTuning(history: History | undefined): TuningPlan | { unknown: string } {
  if (!history) return { unknown: 'there is no history' }
  const { items, offsets, customers, days } = history
  const sessions = customers.length
  let first = sessions
  while (first > 0 && items.length - offsets[first - 1] <= mostEvents) --first
  const cut = sessions - Math.ceil((sessions - first) * validationShare)
  const { items: asked, offsets: ends } = makeCases(history, cut, mostCases)
  const cases = ends.length - 1
  if (cases < leastCases) {
    return {
      unknown: `that takes at least ${leastCases} steps in the last tenth of the sessions, and there are ${cases}`,
    }
  }
  return {
    history: {
      items: items.subarray(offsets[first], offsets[cut]),
      offsets: offsets.slice(first, cut + 1).map((offset) => offset - offsets[first]),
      customers: customers.subarray(first, cut),
      days: days?.subarray(first, cut),
    },
    cases: { items: asked, offsets: ends },
  }
}
