// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

import { productCard } from '../card.mjs'
import { html } from '../html.mjs'
import { createPicker } from '../picker.mjs'
import { slot } from '../slot.mjs'

export function homePage(view) {
  const { shop, t } = view
  const pick = createPicker()
  return {
    path: '',
    title: t(shop.hero.title),
    description: t(shop.hero.text),
    context: { type: 'home' },
    body: html`${hero(view)}
    ${slot(view, { name: 'home', products: pick(view.products, 8), count: 8 })} ${tiles(view)}
    ${shop.feature && feature(view)}
    ${slot(view, { name: 'recent', products: pick(view.products), also: true })}`,
  }
}

function hero({ shop, t, url }) {
  const { eyebrow, title, text, links, panes } = shop.hero
  return html`<section class="hero">
    <div class="hero-text">
      ${eyebrow && html`<p class="eyebrow">${t(eyebrow)}</p>`}
      <h1>${t(title)}</h1>
      <p>${t(text)}</p>
      <p class="hero-links">
        ${links.map(
          ({ category, key }, place) =>
            html`<a class="button ${place > 0 && 'quiet'}" href="${url.category([category])}"
              >${t(key)}</a
            >`,
        )}
      </p>
    </div>
    <div class="window" aria-hidden="true">
      <div class="awning"></div>
      <div class="panes">
        ${panes.map(
          (picture, place) =>
            html`<div class="pane tint-${place % 8}">
              <img src="/img/${picture}" alt="" width="256" height="256" />
            </div>`,
        )}
      </div>
    </div>
  </section>`
}

function tiles({ shop, t, url, lang, under }) {
  const tile = ({ slug, name, picture }, place) =>
    html`<li>
      <a class="tile tint-${place % 8}" href="${url.category([slug])}">
        <img src="/img/${picture}" alt="" width="256" height="256" loading="lazy" />
        <span class="tile-name">${name[lang]}</span>
        <span class="tile-count">${t('products', { count: under([slug]).length })}</span>
      </a>
    </li>`
  return html`<section class="section" aria-labelledby="departments">
    <h2 id="departments">${t('categories')}</h2>
    <ul class="tiles" role="list">
      ${shop.categories.map(tile)}
    </ul>
  </section>`
}

function feature(view) {
  const { shop, t } = view
  const products = shop.feature.map((id) => shop.products.find((product) => product.id === id))
  return html`<section class="feature" aria-labelledby="feature">
    <div class="feature-text">
      <h2 id="feature">${t('featureTitle')}</h2>
      <p>${t('featureText')}</p>
    </div>
    <ul class="cards" role="list">
      ${products.map((product) => productCard(view, product))}
    </ul>
  </section>`
}
