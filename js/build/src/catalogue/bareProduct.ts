// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Product } from './Product.js'

/** A product of which a history says that it exists, and nothing says more. */
export function bareProduct(id: string): Product {
  const unknown = { title: '', category: '', brand: '', url: '', image: '' }
  return {
    id,
    aliases: [],
    ...unknown,
    price: NaN,
    inStock: true,
    hidden: false,
    added: NaN,
    values: [],
  }
}
