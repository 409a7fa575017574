// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { AnswerValue } from '../../types.js'

export interface Format {
  /** Empty for what is no time. */
  date(time: number | undefined): string
  number(value: number): string
  list(values: readonly string[]): string
}

const locales = { nl: 'nl-NL', en: 'en-GB' }

export function formatOf(lang: 'nl' | 'en'): Format {
  const locale = locales[lang]
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'long' })
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const lists = new Intl.ListFormat(locale)
  return {
    date: (time) => (Math.abs(time ?? NaN) <= 8.64e15 ? dates.format(time) : ''),
    number: (value) => numbers.format(value),
    list: (values) => lists.format(values),
  }
}

/** One value of an answer, or of what was reckoned. */
export function formatValue(
  value: AnswerValue | boolean,
  format: Format,
  words: { yes: string; no: string },
): string {
  if (typeof value === 'number') return format.number(value)
  if (typeof value === 'boolean') return value ? words.yes : words.no
  return value
}
