// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

const locales = { nl: 'nl-NL', en: 'en-GB' }

/** Making a format is slow, using it is not. */
export function moneyFormatter(currency, lang) {
  const format = new Intl.NumberFormat(locales[lang], { style: 'currency', currency })
  return (amount) => format.format(amount)
}
