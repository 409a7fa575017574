// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Product } from '../catalogue/Product.js'
import type { Settings } from '../config/Settings.js'
import { didYouMean } from '../didYouMean.js'
import { EtalageError } from '../EtalageError.js'
import type { Problem } from '../Problem.js'

/** Makes sure that every product that a slot pins or excludes is in the catalogue. */
export function checkSlotProducts(
  { file, slots }: Pick<Settings, 'file' | 'slots'>,
  products: readonly Product[],
): void {
  const named = slots.flatMap(({ name, exclude, pins }) => [
    ...exclude.map((id) => ({ id, key: `slots.${name}.exclude` })),
    ...pins.filter(Boolean).map((id) => ({ id, key: `slots.${name}.pins` })),
  ])
  if (named.length === 0) return
  const known = new Set(products.flatMap(({ id, aliases }) => [id, ...aliases]))
  const problems = named
    .filter(({ id }) => !known.has(id))
    .map(({ id, key }): Problem => ({
      code: 'slot-product-unknown',
      file,
      what: `${key} names "${id}"${known.size < 10_000 ? didYouMean(id, [...known]) : ''}`,
      expected: 'the id, or an alias, of a product of the catalogue',
    }))
  const [first, ...more] = problems
  if (first) throw new EtalageError(first, ...more)
}
