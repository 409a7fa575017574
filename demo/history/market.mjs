// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The market: how well each product sells by itself (a few sell a lot, and some are on their way up or
// down), and which products are near each other.

export function createMarket(products, random) {
  const shelves = new Map()
  for (const product of products) {
    const name = product.path.join(' > ')
    shelves.set(name, [...(shelves.get(name) ?? []), product])
  }
  const pull = new Map()
  const trend = new Map()
  for (const shelf of shelves.values()) {
    random.shuffle(shelf).forEach((product, rank) => pull.set(product.id, 1 / (rank + 1) ** 0.9))
    shelf.forEach((product) => trend.set(product.id, random.next() * 1.6 - 0.8))
  }
  const byId = new Map(products.map((product) => [product.id, product]))

  return {
    shelves: [...shelves].map(([name, list]) => ({ name, category: list[0].path[0], list })),
    shelfOf: (product) => shelves.get(product.path.join(' > ')),
    complementsOf: (product) => product.goesWith.map((id) => byId.get(id)),
    /** A product's weight at a moment of the whole time, 0 to 1. */
    pull: (product, share) => pull.get(product.id) * (1 + trend.get(product.id) * (share - 0.5)),
  }
}
