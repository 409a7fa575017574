// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Static files for the browser, the same for everybody, one of each in every language:
//
//   catalogue   for the search page: [[id, title, price, picture, brand, category, label]]
//   words       what the pack does not say in this language:
//               { titles: { id: title }, names: { 'tools > drills': name }, labels: { id: name } }

export function catalogueData(view) {
  return view.products.map((product) => [
    product.id,
    product.title[view.lang],
    product.price,
    product.picture,
    product.brand ?? '',
    view.nameOf(product.path),
    view.labelOf(product)?.name[view.lang] ?? '',
  ])
}

export function wordsData(view) {
  const { shop, lang } = view
  const labelled = shop.products.filter((product) => product.label)
  const translated = shop.products.filter(({ title }) => title[lang] !== title[shop.feedLanguage])
  return {
    titles: Object.fromEntries(translated.map(({ id, title }) => [id, title[lang]])),
    names: Object.fromEntries(view.nodes.map(({ path, name }) => [path.join(' > '), name])),
    labels: Object.fromEntries(
      labelled.map((product) => [product.id, view.labelOf(product).name[lang]]),
    ),
  }
}
