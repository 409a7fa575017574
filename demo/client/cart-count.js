// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

import { t } from './page.js'

/** Keeps the number on the cart's link in the header. */
export function startCartCount(cart) {
  const link = document.querySelector('.cart-link')
  const badge = link.querySelector('.cart-count')
  const update = () => {
    const count = cart.lines().reduce((sum, { quantity }) => sum + quantity, 0)
    badge.textContent = count
    badge.hidden = count === 0
    link.ariaLabel = count === 0 ? t('cart') : t('cartCount', { count })
  }
  cart.subscribe(update)
  update()
}
