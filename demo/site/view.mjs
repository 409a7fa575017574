// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// A shop as it is seen in one language: what every page needs. `visits`: popularity.mjs.

import { moneyFormatter } from '../texts/format.mjs'
import { translator } from '../texts/translator.mjs'
import { urlsOf } from '../shared/urls.mjs'

export function createView(shop, visits, lang) {
  const t = translator(lang)
  const visitsOf = ({ id }) => visits.get(id) ?? 0
  const products = [...shop.products].sort((a, b) => visitsOf(b) - visitsOf(a))
  const nodes = shop.categories.flatMap((category) => [
    { path: [category.slug], name: category.name[lang] },
    ...category.shelves.map((shelf) => ({
      path: [category.slug, shelf.slug],
      name: shelf.name[lang],
    })),
  ])
  const names = new Map(nodes.map(({ path, name }) => [path.join(' > '), name]))
  const shelves = new Map(nodes.map(({ path }) => [path.join(' > '), []]))
  for (const product of products) {
    product.path.forEach((_, depth) => {
      shelves.get(product.path.slice(0, depth + 1).join(' > ')).push(product)
    })
  }

  return {
    shop,
    lang,
    t,
    url: urlsOf(lang),
    money: moneyFormatter(shop.currency, lang),
    /** All products, most chosen first. */
    products,
    /** The products of a category and its shelves, most chosen first. */
    under: (path) => shelves.get(path.join(' > ')),
    /** Categories and shelves: { path, name }. */
    nodes,
    nameOf: (path) => names.get(path.join(' > ')),
    labelOf: (product) => shop.labels[product.label],
  }
}
