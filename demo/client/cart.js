// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The cart: lines of { id, price, quantity, title: { nl, en }, picture, brand, category }. It is the
// shop's necessary storage, written only when the shopper puts something in.

import { ecommerceOf, pushEvent } from './data-layer.js'
import { createStore } from './storage.js'

const most = 99

export function createCart() {
  const store = createStore('localStorage', 'shop-cart')
  const listeners = new Set()
  const tell = () => listeners.forEach((changed) => changed())
  const lines = () => store.read() ?? []

  function write(next) {
    store.write(next.length > 0 ? next : undefined)
    tell()
  }

  window.addEventListener('storage', ({ key }) => {
    if (key === store.key || key === null) tell()
  })
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) tell()
  })

  /** Changes how many of a product are in the cart, and says so to the data layer. */
  function set(product, wanted) {
    const quantity = Math.max(0, Math.min(most, wanted))
    const before = lines().find(({ id }) => id === product.id)?.quantity ?? 0
    const change = quantity - before
    if (change === 0) return
    const others = lines().filter(({ id }) => id !== product.id)
    if (before === 0) write([...others, { ...product, quantity }])
    else if (quantity === 0) write(others)
    else write(lines().map((line) => (line.id === product.id ? { ...line, quantity } : line)))
    pushEvent(
      change > 0 ? 'add_to_cart' : 'remove_from_cart',
      ecommerceOf([{ ...product, quantity: Math.abs(change) }]),
    )
  }

  return {
    lines,
    set,
    add(product, quantity) {
      const before = lines().find(({ id }) => id === product.id)?.quantity ?? 0
      set(product, before + quantity)
    },
    /** After an order: what was bought is no longer in the cart, and was not removed from it either. */
    clear: () => write([]),
    subscribe(changed) {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
  }
}
