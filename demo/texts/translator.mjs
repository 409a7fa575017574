// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Words of the storefront, on the server and in the browser: t('searchCount', { count: 3 }). Where there
// is a text for one and the count is 1, that one is taken.

import { en } from './en.mjs'
import { nl } from './nl.mjs'

const texts = { nl, en }

export function translator(lang) {
  return (key, values = {}) => {
    const one = values.count === 1 ? texts[lang][`${key}One`] : undefined
    const text = one ?? texts[lang][key]
    return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]))
  }
}
