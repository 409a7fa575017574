// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Source } from '../input/Source.js'
import type { Variant } from './Variant.js'

/** The shop's catalogue, grouped into products. */
export interface Catalogue {
  source: Source
  variants: Variant[]
  /** The products, by the bytes of their group: for each, its variants as places in `variants`. */
  products: number[][]
  /** Every name that an event may use for a product. */
  names: Map<string, Name>
  currency?: string
}

export interface Name {
  product: number
  /** The place in `variants` of the line that gives the name. */
  line: number
  /** The variant that has the name; undefined for the name of a whole group. */
  variant?: number
}
