// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { compareBytes } from '../compareBytes.js'
import type { Catalogue } from './Catalogue.js'
import type { Product } from './Product.js'

/**
 * One product for each group: the variant that the history touches most stands for it (ties by id), and answers to the
 * names of all. It is in stock if any of them is, since its page leads to them. `touches` counts by place in `variants`.
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
    const { id, title, category, brand, url, image, price } = chosen.variant
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
    }
  })
}
