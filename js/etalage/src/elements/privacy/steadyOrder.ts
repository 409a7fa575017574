// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Fact } from '../../types.js'

/**
 * The facts with those that were shown before in their old order, after the new ones: what somebody is about to press must not
 * move away under their finger because another tab looked at a product.
 */
export function steadyOrder(facts: readonly Fact[], before: readonly Fact[]): Fact[] {
  const places = new Map(before.map(({ id }, place) => [id, place]))
  const place = ({ id }: Fact) => places.get(id) ?? -1
  return [...facts].sort((a, b) => place(a) - place(b))
}
