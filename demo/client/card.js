// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

import { tintOf } from '../shared/tint.mjs'
import { money, url } from './page.js'

/** A card like the server's, from the page's template. Text is only ever set as text. */
export function makeCard({ id, title, brand, price, image, label, reason }) {
  const card = document.querySelector('#card').content.firstElementChild.cloneNode(true)
  const part = (name) => card.querySelector(`.card-${name}`)
  const link = card.querySelector('a')
  card.dataset.id = id
  link.href = url.product(id)
  link.textContent = title
  card.querySelector('img').src = image
  part('picture').classList.add(tintOf(id))
  part('brand').textContent = brand ?? ''
  part('price').textContent = price === undefined ? '' : money(price)
  part('label').textContent = label ?? ''
  part('label').hidden = !label
  if (reason === undefined) part('reason').remove()
  else part('reason').textContent = reason
  return card
}
