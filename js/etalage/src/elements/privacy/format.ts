// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { AnswerValue } from '../../types.js'

export interface Format {
  /** "2 november 2026", and "2 nov 2026"; empty for what is no time. */
  date(time: number | undefined): string
  shortDate(time: number | undefined): string
  number(value: number): string
  list(values: readonly string[]): string
}

const locales = { nl: 'nl-NL', en: 'en-GB' }

export function formatOf(lang: 'nl' | 'en'): Format {
  const locale = locales[lang]
  const dates = (dateStyle: 'long' | 'medium') => {
    const format = new Intl.DateTimeFormat(locale, { dateStyle })
    return (time = NaN) => (Math.abs(time) <= 8.64e15 ? format.format(time) : '')
  }
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const lists = new Intl.ListFormat(locale)
  return {
    date: dates('long'),
    shortDate: dates('medium'),
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
