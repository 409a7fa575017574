// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

import { ecommerceOf, pushEvent } from '../data-layer.js'
import { lang, t, url } from '../page.js'
import { startStepper } from '../stepper.js'

export function startProductPage(cart) {
  const form = document.querySelector('.buy')
  const product = JSON.parse(document.querySelector('[data-product]').dataset.product)
  pushEvent('view_item', ecommerceOf([product]))
  if (!form) return pushEvent('out_of_stock', ecommerceOf([product]))
  startStepper(form.querySelector('.stepper'))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    cart.add(product, Number(form.quantity.value))
    const link = document.createElement('a')
    link.href = url.cart
    link.textContent = t('toCart')
    const text = t('added', { title: product.title[lang] })
    document.querySelector('.added').replaceChildren(text, ' ', link)
  })
}
