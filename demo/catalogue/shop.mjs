// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Klaver & Kwast, the invented shop for home, garden and DIY, in the form that the site is made from:
//
//   key, name, mark      its folder, its name, the picture of its mark
//   currency             ISO 4217 code of all prices
//   languages            of the site, the first is where the root goes to
//   feedLanguage         the language of the titles in the product feed, and so in the pack
//   categories, labels   see categories.mjs, labels.mjs
//   products             see read-products.mjs
//   hero                 words, links and pictures at the top of the home page
//   feature              products of the highlighted job on the home page
//   credit               of the data, where it is not our own

import { categories } from './categories.mjs'
import { labels } from './labels.mjs'
import { pictureFile } from './picture-file.mjs'
import { readProducts } from './read-products.mjs'

export function klaverEnKwast() {
  return {
    key: 'klaver-en-kwast',
    name: 'Klaver & Kwast',
    mark: pictureFile('🍀'),
    currency: 'EUR',
    languages: ['nl', 'en'],
    feedLanguage: 'nl',
    categories: categories.map((category) => ({
      ...category,
      picture: pictureFile(category.picture),
    })),
    labels,
    products: readProducts(),
    hero: {
      eyebrow: 'heroEyebrow',
      title: 'heroTitle',
      text: 'heroText',
      links: [
        { category: 'garden', key: 'heroPrimary' },
        { category: 'paint', key: 'heroSecondary' },
      ],
      panes: ['🪴', '🔨', '🌷', '🏮', '🪑', '🍅'].map(pictureFile),
    },
    feature: ['5002', '5201', '5304', '5305'],
  }
}
