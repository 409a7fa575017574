// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { compareBytes } from '../compareBytes.js'
import type { Catalogue } from './Catalogue.js'
import type { Product } from './Product.js'

/**
 * One product for each group: the variant that the history touches most stands for it (ties by id), and answers to the
 * names of all. It is in stock if any of them is, since its page leads to them; hidden if all are; and as old as the oldest.
 * `touches` counts by place in `variants`.
 */
export function pickProducts(
  { variants, products, names }: Catalogue,
  touches: Map<number, number>,
): Product[] {
  const aliases: string[][] = products.map(() => [])
  for (const [name, { product }] of names) aliases[product].push(name)

  return products.map((members, product) => {
    const [chosen] = members
      .map((v) => ({ variant: variants[v], touched: touches.get(v) ?? 0 }))
      .sort((a, b) => b.touched - a.touched || compareBytes(a.variant.id, b.variant.id))
    const { id, title, category, brand, url, image, price, values } = chosen.variant
    return {
      id,
      aliases: aliases[product].filter((name) => name !== id).sort(compareBytes),
      title,
      category,
      brand,
      url,
      image,
      price,
      inStock: members.some((v) => variants[v].inStock),
      hidden: members.every((v) => variants[v].hidden),
      added: members.reduce((first, v) => earlier(first, variants[v].added), NaN),
      values,
    }
  })
}

/** The earlier of two days; that which is known, where only one is. */
function earlier(a: number, b: number): number {
  return a <= b || Number.isNaN(b) ? a : b
}
