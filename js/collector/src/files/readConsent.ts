// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { ConsentDay } from '../dashboard/DashboardData.js'
import { parseDay } from '../estimates/days.js'
import { InputError } from './InputError.js'
import { readJson } from './readJson.js'

const expected =
  '{ "day": "2026-11-02", "shown": 1200, "personalise": 400, "measure": 310 }: a day, and how often the banner was shown and each purpose granted'

/** What the consent banner counted, a line for each day, in order of days. */
export async function readConsent(path: string): Promise<ConsentDay[]> {
  const value = await readJson(path)
  if (!Array.isArray(value)) throw new InputError(`${path}: expected a list of ${expected}`)
  value.forEach((line: unknown, i) => {
    if (!isConsentDay(line)) throw new InputError(`${path}: entry ${i + 1} is not ${expected}`)
  })
  return (value as ConsentDay[]).toSorted((a, b) => (a.day < b.day ? -1 : 1))
}

function isConsentDay(line: unknown): boolean {
  if (typeof line !== 'object' || line === null) return false
  const { day, shown, personalise, measure } = line as Record<keyof ConsentDay, unknown>
  const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0
  const isDay = typeof day === 'string' && parseDay(day) !== undefined
  if (!isDay || !isCount(shown)) return false
  return [personalise, measure].every(
    (granted) => isCount(granted) && (granted as number) <= (shown as number),
  )
}
