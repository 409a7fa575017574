// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

import { freeDeliveryFrom } from '../shared/delivery.mjs'
import { html } from './html.mjs'
import { icon } from './icon.mjs'

export function header(view, page) {
  const { shop, t, url } = view
  return html`<header>
      <div class="strip">
        <ul role="list" class="strip-list">
          ${trustLines(view).map(([name, text]) => html`<li>${icon(name)}${text}</li>`)}
        </ul>
      </div>
      <div class="masthead">
        <a class="logo" href="${url.home}">
          <img src="/img/${shop.mark}" alt="" width="36" height="36" />
          <span>${shop.name}</span>
        </a>
        <form class="search" role="search" action="${url.search}">
          <label class="unseen" for="q">${t('searchLabel')}</label>
          <input
            id="q"
            name="q"
            type="search"
            placeholder="${t('searchHint')}"
            autocomplete="off"
          />
          <button type="submit">${icon('search')}<span class="unseen">${t('search')}</span></button>
        </form>
        ${languageLink(view, page)}
        <a class="cart-link" href="${url.cart}" aria-label="${t('cart')}">
          ${icon('cart')}<span class="cart-count" hidden></span>
        </a>
      </div>
    </header>
    ${departments(view, page)}`
}

export function trustLines({ t, money }) {
  return [
    ['truck', t('trustDelivery')],
    ['parcel', t('trustFree', { amount: money(freeDeliveryFrom).replace(/[.,]00$/, '') })],
    ['back', t('trustReturn')],
    ['lock', t('trustPrivate')],
  ]
}

function languageLink({ shop, t, lang }, page) {
  const other = shop.languages.find((code) => code !== lang)
  return html`<a
    class="language"
    href="/${other}/${page.path}"
    lang="${other}"
    hreflang="${other}"
    aria-label="${t('otherLanguageLabel')}"
    >${t('otherLanguage')}</a
  >`
}

function departments({ shop, t, url, lang }, page) {
  const current = page.context?.category?.split(' > ')[0]
  const link = ({ slug, name }) =>
    html`<li>
      <a href="${url.category([slug])}" ${slug === current && html` aria-current="true"`}
        >${name[lang]}</a
      >
    </li>`
  return html`<nav class="departments" aria-label="${t('mainNavigation')}">
    <ul role="list">
      ${shop.categories.map(link)}
    </ul>
  </nav>`
}
