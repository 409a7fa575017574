// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { MeasureDescription } from '../DashboardData.js'

export const measureSections = [
  'funnel',
  'shoppers',
  'uplift',
  'slots',
  'gaps',
  'survey',
  'consent',
] as const

export type MeasureSection = (typeof measureSections)[number]

/** Where on the page a measure belongs, by what it is of. */
export function sectionOf({ of, across }: MeasureDescription): MeasureSection {
  if (across === 'experiment') return 'uplift'
  if (of === 'funnel') return 'funnel'
  if (of === 'personalise') return 'consent'
  if (of === 'zero-results' || of === 'out-of-stock') return 'gaps'
  if (of.startsWith('stated.')) return 'survey'
  if (of.startsWith('slot.')) return 'slots'
  return 'shoppers'
}
