// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

import { ecommerceOf, pushEvent } from '../data-layer.js'
import { orderStore } from '../order-store.js'
import { url } from '../page.js'
import { showSummary } from '../summary.js'

export function startCheckoutPage(cart) {
  const form = document.querySelector('#checkout')
  const empty = cart.lines().length === 0
  document.querySelector('#cart-empty').hidden = !empty
  form.hidden = empty
  if (empty) return
  showSummary(cart.lines())
  pushEvent('begin_checkout', ecommerceOf(cart.lines()))
  form.addEventListener('submit', (event) => {
    event.preventDefault() // the form's contents go nowhere
    orderStore.write({ id: newOrderNumber(), lines: cart.lines() })
    cart.clear()
    location.assign(url.thanks)
  })
}

function newOrderNumber() {
  const [random] = crypto.getRandomValues(new Uint32Array(1))
  return `K${String(random % 1e8).padStart(8, '0')}`
}
