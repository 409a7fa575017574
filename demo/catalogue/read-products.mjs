// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Reads products.tsv, the hand-written list, into product objects:
//
//   { id, path: ['tools', 'drills'], picture, price, brand, label?, inStock, goesWith: [ids],
//     title: { nl, en }, about: { nl, en } }

import { readFileSync } from 'node:fs'
import { pictureFile } from './picture-file.mjs'

export function readProducts(file = new URL('./products.tsv', import.meta.url)) {
  const [head, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n')
  const names = head.split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    return toProduct(Object.fromEntries(names.map((name, column) => [name, cells[column]])))
  })
}

function toProduct(row) {
  return {
    id: row.id,
    path: row.category.split(' > '),
    picture: pictureFile(row.picture),
    price: Number(row.price),
    brand: row.brand,
    label: row.label || undefined,
    inStock: row.in_stock === 'yes',
    goesWith: row.with.split(' ').filter(Boolean),
    title: { nl: row.title_nl, en: row.title_en },
    about: { nl: row.about_nl, en: row.about_en },
  }
}
