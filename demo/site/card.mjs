// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// A product in a list. The page also carries an empty card as a <template>, from which the browser makes
// the cards that it adds: see client/card.js.

import { tintOf } from '../shared/tint.mjs'
import { html } from './html.mjs'

export function productCard(view, product, reason) {
  return card({
    id: product.id,
    href: view.url.product(product.id),
    image: `/img/${product.picture}`,
    tint: tintOf(product.id),
    brand: product.brand,
    title: product.title[view.lang],
    price: view.money(product.price),
    label: view.labelOf(product)?.name[view.lang],
    note: product.inStock ? undefined : view.t('outOfStock'),
    reason,
  })
}

export function cardTemplate() {
  return html`<template id="card">${card({ tint: '', reason: '' })}</template>`
}

function card({ id, href, image, tint, brand, title, price, label, note, reason }) {
  return html`<li class="card" data-id="${id}">
    <div class="card-picture ${tint}">
      <img ${image && html`src="${image}"`} alt="" width="256" height="256" loading="lazy" />
      <span class="card-label" ${!label && html` hidden`}>${label}</span>
    </div>
    <p class="card-brand">${brand}</p>
    <p class="card-title"><a href="${href}">${title}</a></p>
    <p class="card-price">${price}</p>
    ${note && html`<p class="card-note">${note}</p>`}
    ${reason !== undefined && html`<p class="card-reason">${reason}</p>`}
  </li>`
}
