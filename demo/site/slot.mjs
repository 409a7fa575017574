// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// A place in the shop window. The server fills it for everybody; the browser may arrange it for one
// shopper, with as many cards of the same size, so that nothing on the page moves.

import { productCard } from './card.mjs'
import { html } from './html.mjs'

/**
 * `path`: the category that the products were picked from, if any. `also`: another slot with popular
 * products stands above this one.
 */
export function slot(view, { name, products, path, also, count = 4 }) {
  const subject = path && view.nameOf(path)
  const popular = view.t(also ? 'slotAlsoPopular' : 'slotPopular')
  const title = subject ? view.t('slotPopularIn', { name: subject }) : popular
  const reason = subject ? view.t('reasonPopularIn', { subject }) : view.t('reasonPopular')
  const id = `slot-${name}`
  return html`<section
    class="slot"
    data-slot="${name}"
    data-count="${count}"
    aria-labelledby="${id}"
  >
    <h2 id="${id}" class="slot-title">${title}</h2>
    <ul class="cards" role="list">
      ${products.map((product) => productCard(view, product, reason))}
    </ul>
  </section>`
}
