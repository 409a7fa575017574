// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

import { deliveryFee, freeDeliveryFrom } from '../shared/delivery.mjs'
import { money, t } from './page.js'

export function sumOf(lines) {
  return lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0)
}

/** Fills in the summary of the cart. */
export function showSummary(lines) {
  const subtotal = sumOf(lines)
  const delivery = deliveryFee(subtotal)
  const put = (name, text) => {
    document.querySelector(`[data-sum="${name}"]`).textContent = text
  }
  put('subtotal', money(subtotal))
  put('delivery', delivery === 0 ? t('free') : money(delivery))
  put('total', money(subtotal + delivery))
  put('hint', delivery === 0 ? '' : t('freeFrom', { amount: money(freeDeliveryFrom - subtotal) }))
}
