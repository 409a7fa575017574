// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

import { html } from '../html.mjs'
import { summary } from '../summary.mjs'

export function checkoutPage(view) {
  const { t, url } = view
  const field = (name, type, autocomplete) =>
    html`<p class="field field-${name}">
      <label for="${name}">${t(name)}</label>
      <input id="${name}" name="${name}" type="${type}" autocomplete="${autocomplete}" required />
    </p>`
  const payment = (value, key, checked) =>
    html`<label class="choice">
      <input type="radio" name="payment" value="${value}" ${checked && html` checked`} /> ${t(key)}
    </label>`
  return {
    path: 'checkout/',
    title: t('checkout'),
    context: { type: 'checkout' },
    filledByScript: true,
    body: html`<h1>${t('checkout')}</h1>
      <noscript><p>${t('cartNeedsScript')}</p></noscript>
      <div id="cart-empty" class="cart-empty" hidden>
        <p>${t('cartEmpty')}</p>
        <p><a class="button" href="${url.home}">${t('cartStart')}</a></p>
      </div>
      <form id="checkout" class="checkout-columns" action="${url.thanks}" hidden>
        <div>
          <p class="notice">${t('checkoutIntro')}</p>
          <fieldset class="fields">
            <legend>${t('contact')}</legend>
            <p class="field-note">${t('required')}</p>
            ${field('name', 'text', 'name')} ${field('email', 'email', 'email')}
            ${field('street', 'text', 'street-address')} ${field('postcode', 'text', 'postal-code')}
            ${field('city', 'text', 'address-level2')}
          </fieldset>
          <fieldset>
            <legend>${t('payment')}</legend>
            ${payment('ideal', 'payIdeal', true)} ${payment('card', 'payCard')}
            ${payment('later', 'payLater')}
          </fieldset>
        </div>
        ${summary(view, html`<button type="submit" class="button wide">${t('placeOrder')}</button>`)}
      </form>`,
  }
}
