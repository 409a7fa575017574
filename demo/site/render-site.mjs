// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Writes all pages of a shop, in every language, with the pictures and data that they use, below `out`.

import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { catalogueData, wordsData } from './data.mjs'
import { html } from './html.mjs'
import { layout } from './layout.mjs'
import { cartPage } from './pages/cart.mjs'
import { categoryPages } from './pages/category.mjs'
import { checkoutPage } from './pages/checkout.mjs'
import { homePage } from './pages/home.mjs'
import { infoPage } from './pages/info.mjs'
import { notFoundPage } from './pages/not-found.mjs'
import { privacyPage } from './pages/privacy.mjs'
import { productPage } from './pages/product.mjs'
import { searchPage } from './pages/search.mjs'
import { thanksPage } from './pages/thanks.mjs'
import { createView } from './view.mjs'

const pictures = fileURLToPath(
  new URL('../../node_modules/@lobehub/fluent-emoji-3d/assets/', import.meta.url),
)

export function renderSite(shop, visits, out) {
  for (const lang of shop.languages) {
    const view = createView(shop, visits, lang)
    for (const page of pagesOf(view)) {
      write(join(out, lang, decodeURIComponent(page.path), 'index.html'), layout(view, page))
    }
    write(join(out, view.url.catalogue), JSON.stringify(catalogueData(view)))
    write(join(out, view.url.words), JSON.stringify(wordsData(view)))
  }
  write(join(out, 'index.html'), entrance(shop))
  copyPictures(shop, join(out, 'img'))
}

function pagesOf(view) {
  return [
    homePage(view),
    ...view.nodes.flatMap((node) => categoryPages(view, node)),
    ...view.products.map((product) => productPage(view, product)),
    cartPage(view),
    checkoutPage(view),
    thanksPage(view),
    searchPage(view),
    infoPage(view),
    privacyPage(view),
    notFoundPage(view),
  ]
}

/** The root has no language yet: it goes on to the shop's first. */
function entrance({ name, languages: [first] }) {
  return html`<!doctype html>
    <html lang="${first}">
      <meta charset="utf-8" />
      <meta http-equiv="refresh" content="0; url=/${first}/" />
      <title>${name}</title>
      <a href="/${first}/">${name}</a>
    </html>`.toString()
}

function copyPictures(shop, to) {
  mkdirSync(to, { recursive: true })
  const used = new Set([
    shop.mark,
    ...shop.hero.panes,
    ...shop.categories.map(({ picture }) => picture),
    ...shop.products.map(({ picture }) => picture),
  ])
  for (const file of used) copyFileSync(join(pictures, file), join(to, file))
}

function write(file, text) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
