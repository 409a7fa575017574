// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The cart is in the browser only; client/pages/cart.js fills in the lines from the template.

import { html } from '../html.mjs'
import { createPicker } from '../picker.mjs'
import { slot } from '../slot.mjs'
import { stepper } from '../stepper.mjs'
import { summary } from '../summary.mjs'

export function cartPage(view) {
  const { t, url } = view
  return {
    path: 'cart/',
    title: t('cart'),
    context: { type: 'cart' },
    filledByScript: true,
    body: html`<h1>${t('cart')}</h1>
      <noscript><p>${t('cartNeedsScript')}</p></noscript>
      <p role="status" class="unseen" id="cart-status"></p>
      <div id="cart-empty" class="cart-empty" hidden>
        <p>${t('cartEmpty')}</p>
        <p><a class="button" href="${url.home}">${t('cartStart')}</a></p>
      </div>
      <div id="cart-full" class="checkout-columns" hidden>
        <ul id="cart-lines" class="cart-lines" role="list"></ul>
        ${summary(view, html`<a class="button wide" href="${url.checkout}">${t('toCheckout')}</a>`)}
      </div>
      ${slot(view, { name: 'cart', products: createPicker()(view.products) })} ${cartLine(view)}`,
  }
}

function cartLine(view) {
  return html`<template id="cart-line">
    <li class="cart-line">
      <div class="cart-picture"><img alt="" width="256" height="256" /></div>
      <div class="cart-text">
        <a class="cart-title"></a>
        <p class="cart-each"></p>
      </div>
      ${stepper(view, view.t('quantity'))}
      <p class="cart-price"></p>
      <button type="button" class="as-link cart-remove">${view.t('remove')}</button>
    </li>
  </template>`
}
