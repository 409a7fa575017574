// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// E-commerce events as a shop with GA4 pushes them, whoever listens.

import { currency } from './page.js'

export function pushEvent(event, ecommerce) {
  const layer = (window.dataLayer ??= [])
  layer.push({ ecommerce: null }) // or the last event's products would be counted again
  layer.push({ event, ecommerce })
}

/** The ecommerce object of a few cart lines. */
export function ecommerceOf(lines, more = {}) {
  const items = lines.map(toItem)
  const value = items.reduce((sum, { price, quantity }) => sum + price * quantity, 0)
  return { currency, value: Math.round(value * 100) / 100, ...more, items }
}

export function toItem({ id, title, brand, category, price, quantity = 1 }) {
  return {
    item_id: id,
    item_name: Object.values(title)[0],
    item_brand: brand,
    item_category: category,
    price,
    quantity,
  }
}
