// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Product } from '../catalogue/Product.js'
import { Encoder } from './Encoder.js'

/** The product table, in the order that the history's numbers refer to. */
export function encodeProducts(products: readonly Product[]): Uint8Array {
  const encoder = new Encoder().u32(products.length)
  for (const product of products) {
    encoder
      .text(product.id)
      .texts(product.aliases)
      .text(product.title)
      .text(product.category)
      .text(product.brand)
      .text(product.url)
      .text(product.image)
      .f64(product.price)
      .u8(product.inStock ? 1 : 0)
  }
  return encoder.bytes()
}
