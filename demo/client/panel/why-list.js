// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

import { t, url } from '../page.js'
import { reasonText } from '../reason.js'
import { element, productLink } from './element.js'

/** Why each product of a slot is shown. */
export function whyList({ heading, result }, words) {
  const title = element('h4', '', heading.textContent)
  if (!result) return element('div', '', title, element('p', 'panel-none', t('panelWhyServer')))
  const items = result.items.map((item) => {
    const name = words.titles[item.id] ?? item.fields.title
    return element('li', '', productLink(url.product(item.id), name), reason(item, words))
  })
  return element('div', '', title, element('ul', 'why', ...items))
}

/** The reason, as a link to the product that it comes from, if there is one. */
function reason(item, words) {
  const text = reasonText(item, words)
  const [because] = item.reason.because
  return because === undefined ? element('span', '', text) : productLink(url.product(because), text)
}
