// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// As in many shops, reloading this page pushes the purchase again: who listens goes by the transaction.

import { ecommerceOf, pushEvent } from '../data-layer.js'
import { orderStore } from '../order-store.js'
import { lang, t } from '../page.js'

export function startThanksPage() {
  const order = orderStore.read()
  if (!order) return
  document.querySelector('#thanks-text').textContent = t('thanksText', { order: order.id })
  document.querySelector('#ordered').hidden = false
  document.querySelector('#ordered-lines').replaceChildren(...order.lines.map(makeLine))
  pushEvent('purchase', ecommerceOf(order.lines, { transaction_id: order.id }))
}

function makeLine({ quantity, title }) {
  const line = document.createElement('li')
  line.textContent = `${quantity} × ${title[lang]}`
  return line
}
