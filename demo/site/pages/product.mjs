// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

import { tintOf } from '../../shared/tint.mjs'
import { breadcrumb } from '../breadcrumb.mjs'
import { trustLines } from '../header.mjs'
import { html } from '../html.mjs'
import { icon } from '../icon.mjs'
import { createPicker } from '../picker.mjs'
import { slot } from '../slot.mjs'
import { stepper } from '../stepper.mjs'

export function productPage(view, product) {
  const { lang, t } = view
  const title = product.title[lang]
  const pick = createPicker([product])
  const shelf = product.path
  const category = product.path.slice(0, 1)
  const similar = pick(view.under(shelf))
  return {
    path: view.url.product(product.id).replace(`/${lang}/`, ''),
    title,
    description: product.about?.[lang],
    context: { type: 'product', item: product.id, category: product.path.join(' > ') },
    body: html`${breadcrumb(view, product.path, title)}
      <article class="product" data-product="${dataOf(product)}">
        <div class="product-picture ${tintOf(product.id)}">
          <img src="/img/${product.picture}" alt="${title}" width="256" height="256" />
        </div>
        <div class="product-text">
          <p class="product-brand">${product.brand}</p>
          <h1>${title}</h1>
          ${product.about && html`<p class="product-about">${product.about[lang]}</p>`}
          ${label(view, product)}
          <p class="product-price">${view.money(product.price)} <small>${t('vat')}</small></p>
          ${buy(view, product)}
          <ul class="product-trust" role="list">
            ${trustLines(view)
              .slice(0, 3)
              .map(([name, text]) => html`<li>${icon(name)}${text}</li>`)}
          </ul>
        </div>
      </article>
      ${details(view, product)}
      ${slot(view, { name: 'together', products: pick(view.under(category)), path: category })}
      ${slot(view, { name: 'product', products: similar, path: shelf })}
      ${slot(view, { name: 'recent', products: pick(view.products), also: true })}`,
  }
}

function label(view, product) {
  const found = view.labelOf(product)
  if (!found) return undefined
  return html`<p class="product-label">
    <strong>${found.name[view.lang]}</strong> ${found.means[view.lang]}
  </p>`
}

/** What the browser puts in the cart and tells the data layer. */
function dataOf({ id, price, picture, brand, title, path }) {
  return JSON.stringify({ id, price, picture, brand, title, category: path.join(' > ') })
}

function buy(view, product) {
  const { t } = view
  if (!product.inStock) return html`<p class="stock out">${t('outOfStock')}</p>`
  return html`<p class="stock in">${icon('check')}${t('inStockLong')}</p>
    <form class="buy">
      ${stepper(view, t('quantity'))}
      <button type="submit" class="button">${icon('cart')}${t('addToCart')}</button>
    </form>
    <noscript><p>${t('cartNeedsScript')}</p></noscript>
    <p class="added" role="status"></p>`
}

function details(view, product) {
  const { t, lang } = view
  const rows = [
    [t('brand'), product.brand],
    [t('category'), view.nameOf(product.path)],
    [t('label'), view.labelOf(product)?.name[lang]],
    [t('articleNumber'), product.id],
  ]
  return html`<section class="section" aria-labelledby="details">
    <h2 id="details">${t('details')}</h2>
    <dl class="details">
      ${rows
        .filter(([, value]) => value)
        .map(
          ([name, value]) =>
            html`<div>
              <dt>${name}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
    </dl>
  </section>`
}
