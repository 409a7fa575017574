// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

import { tintOf } from '../../shared/tint.mjs'
import { ecommerceOf, pushEvent } from '../data-layer.js'
import { lang, money, t, url } from '../page.js'
import { startStepper } from '../stepper.js'
import { showSummary } from '../summary.js'

export function startCartPage(cart) {
  const list = document.querySelector('#cart-lines')
  const rows = new Map()

  function show() {
    const lines = cart.lines()
    document.querySelector('#cart-empty').hidden = lines.length > 0
    document.querySelector('#cart-full').hidden = lines.length === 0
    for (const [id, row] of rows) {
      if (lines.some((line) => line.id === id)) continue
      row.element.remove()
      rows.delete(id)
    }
    for (const line of lines) {
      if (!rows.has(line.id)) {
        rows.set(line.id, makeRow(line, cart))
        list.append(rows.get(line.id).element)
      }
      rows.get(line.id).update(line)
    }
    showSummary(lines)
  }

  cart.subscribe(show)
  show()
  if (cart.lines().length > 0) pushEvent('view_cart', ecommerceOf(cart.lines()))
}

function makeRow(product, cart) {
  const { id, price, picture } = product
  const title = product.title[lang]
  const template = document.querySelector('#cart-line')
  const element = template.content.firstElementChild.cloneNode(true)
  const part = (name) => element.querySelector(`.cart-${name}`)
  const quantity = element.querySelector('input')
  const remove = part('remove')

  element.dataset.id = id
  part('picture').classList.add(tintOf(id))
  element.querySelector('img').src = `/img/${picture}`
  part('title').href = url.product(id)
  part('title').textContent = title
  part('each').textContent = t('perPiece', { price: money(price) })
  quantity.ariaLabel = t('quantityOf', { title })
  remove.ariaLabel = t('removeItem', { title })
  startStepper(element.querySelector('.stepper'), (wanted) => cart.set(product, wanted))
  remove.addEventListener('click', () => {
    const next = element.nextElementSibling ?? element.previousElementSibling
    cart.set(product, 0)
    document.querySelector('#cart-status').textContent = t('removed', { title })
    // The button with the focus is gone.
    const target = next?.querySelector('.cart-remove') ?? document.querySelector('#main')
    target.focus()
  })
  return {
    element,
    update(line) {
      quantity.value = line.quantity
      part('price').textContent = money(line.price * line.quantity)
    },
  }
}
