// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The real gift shop of UCI Online Retail, in the same form as catalogue/shop.mjs.

import { pictureFile } from '../catalogue/picture-file.mjs'
import { categories, categoryOf, remainder } from './categories.mjs'
import { pictureOf } from './pictures.mjs'

/** `rows`: { id, title, price } for each product, as clean.mjs gives them. */
export function onlineRetail(rows) {
  return {
    key: 'online-retail',
    name: 'Online Retail',
    mark: pictureFile('🎁'),
    currency: 'GBP',
    languages: ['en', 'nl'],
    feedLanguage: 'en',
    categories: [...categories, remainder].map(({ slug, name, picture }) => ({
      slug,
      name,
      picture: pictureFile(picture),
      shelves: [],
    })),
    labels: {},
    products: rows.map(toProduct),
    hero: {
      title: 'heroDataTitle',
      text: 'heroDataText',
      links: [
        { category: 'kitchen', key: 'heroDataPrimary' },
        { category: 'christmas', key: 'heroDataSecondary' },
      ],
      panes: ['🎀', '🫖', '🧸', '🕯️', '🌹', '🧁'].map(pictureFile),
    },
    credit: {
      title: 'Online Retail',
      author: 'Daqing Chen (2015), UCI Machine Learning Repository',
      url: 'https://doi.org/10.24432/C5BW33',
      licence: 'CC BY 4.0',
      licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
    },
  }
}

function toProduct({ id, title, price }) {
  const category = categoryOf(title)
  const sentence = sentenceCase(title)
  return {
    id,
    path: [category.slug],
    picture: pictureFile(pictureOf(title, category)),
    price: Math.max(0.01, Math.round(price * 100) / 100),
    inStock: true,
    title: { nl: sentence, en: sentence },
  }
}

/** The history shouts: WHITE HANGING HEART T-LIGHT HOLDER. */
function sentenceCase(title) {
  const text = title.replace(/\s+/g, ' ').toLowerCase()
  return text.charAt(0).toUpperCase() + text.slice(1)
}
