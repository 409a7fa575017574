// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { day, epochAt } from '../report/epochs.js'
import type { SeriesRecord } from '../store/Store.js'
import type { Range } from './Range.js'

/** What is shown where no first day is asked for. */
const usual = 12
/** More than any shop looks at: a day each for three years. */
const most = 1_100

/** The epochs that a range touches, from the first in which the measure was asked to the present one. */
export function chooseEpochs(
  { measure, firstSeen, firstEpoch }: SeriesRecord,
  { from, to }: Range,
  now: number,
): { first: number; last: number } {
  const { from: asked, to: ended } = measure
  const present = epochAt(measure, Math.min(now, ended ? ended - 1 : now))
  const begun = Math.max(
    Math.min(firstEpoch ?? Infinity, epochAt(measure, firstSeen)),
    epochAt(measure, asked),
  )
  const last = to === undefined ? present : Math.min(present, epochAt(measure, to + day - 1))
  const least = from === undefined ? last - usual + 1 : epochAt(measure, from)
  return { first: Math.max(begun, least, last - most + 1), last }
}
