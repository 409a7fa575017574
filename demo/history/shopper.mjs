// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// A shopper: two or three categories of interest, a price level, a few brands, and how often they come.

export function createShopper(number, market, random) {
  const categories = [...new Set(market.shelves.map((shelf) => shelf.category))]
  const favourites = random.shuffle(categories).slice(0, random.chance(0.4) ? 3 : 2)
  const taste = new Map(categories.map((category) => [category, 0.06]))
  favourites.forEach((category, place) => taste.set(category, 1 / (place + 1)))

  const brands = [...new Set(market.shelves.flatMap(({ list }) => list.map(({ brand }) => brand)))]
  return {
    customer: `c${String(number).padStart(5, '0')}`,
    visits: Math.ceil(1 / (0.08 + random.next())),
    taste,
    price: random.next(),
    brands: new Set(random.shuffle(brands).slice(0, 4)),
    signsIn: random.chance(0.65),
  }
}

/** How well a product suits the shopper, about 1 for one they have no opinion of. */
export function suits(shopper, product, shelf) {
  const dearer = shelf.filter((other) => other.price < product.price).length / shelf.length
  const price = 1.5 - Math.abs(dearer - shopper.price)
  return price * (shopper.brands.has(product.brand) ? 1.7 : 1) * (product.inStock ? 1 : 0.4)
}
