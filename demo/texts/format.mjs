// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

const locales = { nl: 'nl-NL', en: 'en-GB' }

/** Making a format is slow, using it is not. */
export function moneyFormatter(currency, lang) {
  const format = new Intl.NumberFormat(locales[lang], { style: 'currency', currency })
  return (amount) => format.format(amount)
}

export function formatDate(time, lang) {
  return new Intl.DateTimeFormat(locales[lang], { dateStyle: 'medium' }).format(time)
}

export function formatClock(time, lang) {
  return new Intl.DateTimeFormat(locales[lang], { hour: '2-digit', minute: '2-digit' }).format(time)
}
