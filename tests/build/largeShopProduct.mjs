// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** A line of the catalogue of a shop with many products, many shelves and many brands. */
export const largeShopProduct = (i) => ({
  id: `p${i}`,
  title: `Title word${i % 1000} thing${i % 77}`,
  price: (i % 100) + 0.99,
  category: `shelf ${i % 20} > row ${i % 300}`,
  brand: `brand ${i % 500}`,
})
