// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Writes a shop's products as a Google Merchant feed (TSV). Links are relative to the site, which is
// served from wherever the demonstration runs.

import { writeFileSync } from 'node:fs'

const columns = [
  'id',
  'title',
  'link',
  'image_link',
  'availability',
  'price',
  'brand',
  'product_type',
]

export function writeFeed(shop, file) {
  const lines = shop.products.map((product) => columnsOf(shop, product).map(cell).join('\t'))
  writeFileSync(file, `${[columns.join('\t'), ...lines].join('\n')}\n`)
}

function columnsOf(shop, product) {
  return [
    product.id,
    product.title[shop.feedLanguage],
    `/${shop.feedLanguage}/p/${encodeURIComponent(product.id)}/`,
    `/img/${product.picture}`,
    product.inStock ? 'in_stock' : 'out_of_stock',
    `${product.price.toFixed(2)} ${shop.currency}`,
    product.brand ?? '',
    product.path.join(' > '),
  ]
}

function cell(text) {
  return text.replace(/[\t\r\n]+/g, ' ')
}
