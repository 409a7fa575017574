// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** A product as the pack gets it. */
export interface Product {
  id: string
  /** The other names that events may use for it. */
  aliases: string[]
  title: string
  category: string
  brand: string
  url: string
  image: string
  /** NaN where unknown. */
  price: number
  inStock: boolean
}
