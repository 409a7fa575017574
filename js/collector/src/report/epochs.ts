// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Measure } from '../pack/PackDescription.js'

export const day = 86_400_000

/** The epoch that a moment falls into: epochs are numbered from the Unix epoch. */
export function epochAt({ days }: Pick<Measure, 'days'>, time: number): number {
  return Math.floor(time / (days * day))
}

export function startOf({ days }: Pick<Measure, 'days'>, epoch: number): number {
  return epoch * days * day
}

/** The first epoch whose reports are still accepted: the state at its end may be sent in the next. */
export function firstOpen(measure: Pick<Measure, 'days'>, now: number): number {
  return epochAt(measure, now) - 1
}

/** Whether reports of that epoch are accepted now. */
export function judgeEpoch(
  measure: Measure,
  epoch: number,
  now: number,
): 'open' | 'epoch-over' | 'epoch-not-begun' {
  const { from, to } = measure
  if (epoch > epochAt(measure, now)) return 'epoch-not-begun'
  if (epoch < firstOpen(measure, now)) return 'epoch-over'
  if (startOf(measure, epoch + 1) <= from) return 'epoch-not-begun'
  if (to && startOf(measure, epoch) >= to) return 'epoch-over'
  return 'open'
}
