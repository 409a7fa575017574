// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

import { breadcrumb } from '../breadcrumb.mjs'
import { productCard } from '../card.mjs'
import { html } from '../html.mjs'
import { createPicker } from '../picker.mjs'
import { slot } from '../slot.mjs'

const perPage = 36

/** The pages of one category or shelf. */
export function categoryPages(view, node) {
  const products = view.under(node.path)
  const pages = Math.max(1, Math.ceil(products.length / perPage))
  return Array.from({ length: pages }, (_, index) => {
    const shown = products.slice(index * perPage, (index + 1) * perPage)
    return categoryPage(view, node, { products, shown, page: index + 1, pages })
  })
}

function categoryPage(view, { path, name }, { products, shown, page, pages }) {
  const { shop, t, lang } = view
  const pick = createPicker(shown)
  const category = shop.categories.find(({ slug }) => slug === path[0])
  return {
    path: view.url.category(path, page).replace(`/${lang}/`, ''),
    title: page > 1 ? `${name}, ${t('page', { page, pages }).toLowerCase()}` : name,
    description: category.intro?.[lang],
    context: { type: 'category', category: path.join(' > ') },
    body: html`${breadcrumb(view, path.slice(0, -1), name)}
      <header class="category-head">
        <h1>${name}</h1>
        ${category.intro && html`<p>${category.intro[lang]}</p>`}
      </header>
      ${category.shelves.length > 0 && shelves(view, category, path)}
      <p class="count">${t('products', { count: products.length })}</p>
      <ul class="cards listing" role="list" data-list="${path.join('/')}">
        ${shown.map((product) => productCard(view, product))}
      </ul>
      ${pages > 1 && pagination(view, path, page, pages)}
      ${slot(view, { name: 'category', products: pick(view.products) })}
      ${slot(view, { name: 'recent', products: pick(view.products), also: true })}`,
  }
}

function shelves({ t, url, lang }, category, path) {
  const link = (target, text) =>
    html`<li>
      <a
        href="${url.category(target)}"
        ${
          target.length === path.length &&
          target.at(-1) === path.at(-1) &&
          html` aria-current="page"`
        }
        >${text}</a
      >
    </li>`
  return html`<nav class="shelves" aria-label="${t('shelves')}">
    <ul role="list">
      ${link([category.slug], t('allOf', { name: category.name[lang] }))}
      ${category.shelves.map(({ slug, name }) => link([category.slug, slug], name[lang]))}
    </ul>
  </nav>`
}

function pagination({ t, url }, path, page, pages) {
  return html`<nav class="pagination" aria-label="${t('pagination')}">
    ${page > 1 && html`<a class="button quiet" rel="prev" href="${url.category(path, page - 1)}">${t('previous')}</a>`}
    <span>${t('page', { page, pages })}</span>
    ${page < pages && html`<a class="button quiet" rel="next" href="${url.category(path, page + 1)}">${t('next')}</a>`}
  </nav>`
}
