// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** One line of the catalogue. */
export interface Variant {
  /** Leads back to the line. */
  record: number
  id: string
  /** Variants of one product share this; the id itself where the line names no group. */
  group: string
  aliases: string[]
  title: string
  /** A path, "tools > drills". */
  category: string
  brand: string
  url: string
  image: string
  /** NaN where unknown. */
  price: number
  inStock: boolean
  hidden: boolean
  /** A day, from 1970-01-01; NaN where unknown. */
  added: number
  /** Of each attribute: a number, NaN where unknown, or a text, empty where unknown. */
  values: (number | string)[]
}
