// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Product } from '../catalogue/Product.js'
import type { Field } from '../config/RuleSet.js'
import { Encoder } from './Encoder.js'

const types = { number: 2, text: 3 }

/** The product table, in the order that the history's numbers refer to; `attributes` are the names of their values. */
export function encodeProducts(
  products: readonly Product[],
  attributes: readonly Field[] = [],
): Uint8Array {
  const encoder = new Encoder().u32(attributes.length)
  for (const { name, type } of attributes) encoder.text(name).u8(types[type])
  encoder.u32(products.length)
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
      .u8(product.hidden ? 1 : 0)
      .f64(product.added)
    for (const value of product.values) {
      if (typeof value === 'number') encoder.f64(value)
      else encoder.text(value)
    }
  }
  return encoder.bytes()
}
