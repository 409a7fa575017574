// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What the document says of itself.

import { urlsOf } from '../shared/urls.mjs'
import { moneyFormatter } from '../texts/format.mjs'
import { translator } from '../texts/translator.mjs'

const { page: type, item, category, currency } = document.body.dataset

export const lang = document.documentElement.lang
export const t = translator(lang)
export const url = urlsOf(lang)
export const money = moneyFormatter(currency, lang)
export { currency, type }

/** The page as the shop window is told of it. */
export function pageContext() {
  const query = new URLSearchParams(location.search).get('q') ?? undefined
  return type === 'search' ? { type, query } : { type, item, category }
}
