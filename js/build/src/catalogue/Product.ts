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
  /** Never recommended. */
  hidden: boolean
  /** The day that it came into the catalogue, from 1970-01-01; NaN where unknown. */
  added: number
  /** Of each attribute: a number, NaN where unknown, or a text, empty where unknown. */
  values: (number | string)[]
}
