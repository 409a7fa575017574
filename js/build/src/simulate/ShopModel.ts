// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { PackDescription } from '../builder/PackDescription.js'
import type { MeasuresDescription } from '../measures/MeasureDescription.js'

/** What simulated shoppers find in a shop: what its pack says that there is. */
export interface ShopModel {
  /** Ids of products by main category, the largest category first. */
  categories: { name: string; products: string[] }[]
  slots: { name: string; personal: boolean }[]
  /** Questions with a list of answers. */
  questions: { name: string; choices: string[] }[]
  measures: MeasuresDescription
}

/** Strategies that show what suits the shopper, and not only what suits the page. */
const personalStrategies = [
  'for-you',
  'buy-again',
  'recently-viewed',
  'continue-browsing',
  'cart-complement',
  'cross-sell',
  'segment-bestsellers',
  'new-for-you',
  'explore',
]

/** A pack of rules alone has no product; a shopper looks at something all the same. */
const someProduct = { id: 'product', category: 'all' }

export function modelShop(
  { slots, facts }: PackDescription,
  products: readonly { id: string; category: string }[],
  measures: MeasuresDescription,
): ShopModel {
  const byCategory = new Map<string, string[]>()
  for (const { id, category } of products.length ? products : [someProduct]) {
    const main = category.split(' > ')[0]
    const ids = byCategory.get(main) ?? []
    ids.push(id)
    byCategory.set(main, ids)
  }
  const categories = [...byCategory].map(([name, ids]) => ({ name, products: ids }))
  return {
    categories: categories.sort((a, b) => b.products.length - a.products.length),
    slots: slots.map(({ name, strategy }) => ({
      name,
      personal: personalStrategies.includes(strategy),
    })),
    questions: facts
      .filter(({ type, choices }) => type === 'text' && choices.length > 0)
      .map(({ name, choices }) => ({ name, choices })),
    measures,
  }
}
