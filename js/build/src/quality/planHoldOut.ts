// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { History } from '../history/History.js'
import type { Cases } from './Cases.js'
import { chooseHoldOut, leastSessions } from './chooseHoldOut.js'
import { makeCases } from './makeCases.js'
import type { HeldOut } from './Quality.js'

const mostCases = 20_000

export interface HoldOutPlan {
  /** The sessions before the cut. */
  history: History
  cases: Cases
  heldOut: HeldOut
}

/** What to train and to test on in order to know how good the pack is; or why that would say nothing. */
export function planHoldOut(history: History | undefined): HoldOutPlan | { unknown: string } {
  if (!history) return { unknown: 'there is no history to test on' }
  const { items, offsets, customers, days } = history
  const cut = chooseHoldOut(history)
  if (cut === undefined) {
    return {
      unknown: `that takes at least ${leastSessions} sessions, and there are ${customers.length}`,
    }
  }
  const { total, ...cases } = makeCases(history, cut, mostCases)
  if (total === 0) return { unknown: 'none of the sessions to test on has a second item' }
  return {
    history: {
      items: items.subarray(0, offsets[cut]),
      offsets: offsets.subarray(0, cut + 1),
      customers: customers.subarray(0, cut),
      days: days?.subarray(0, cut),
    },
    cases,
    heldOut: {
      sessions: customers.length - cut,
      steps: total,
      from: days && isoDay(days[cut]),
      to: days && isoDay(days[customers.length - 1]),
    },
  }
}

function isoDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}
