// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { MeasureDescription, Overview } from '../DashboardData.js'
import type { Wording } from '../texts/Wording.js'

/** What the shop calls a measure; one of an experiment goes by the name of that. */
export function nameOf(
  words: Wording,
  { label, name, experiment }: MeasureDescription,
  { experiments }: Overview,
): string {
  const own = words.label(label, '')
  if (own) return own
  const tried = experiments.find(({ name }) => name === experiment)
  return tried ? words.label(tried.label, name) : name
}
