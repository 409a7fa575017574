// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { compareBytes } from '../compareBytes.js'
import type { EtalageError } from '../EtalageError.js'
import { placeOfRecord } from '../input/placeOfRecord.js'
import { recordError } from '../input/recordError.js'
import type { Source } from '../input/Source.js'
import type { Catalogue, Name } from './Catalogue.js'
import type { Variant } from './Variant.js'

/** Puts the variants of a group together; makes sure that no id stands on two lines, and no name leads to two products. */
export async function groupVariants(
  source: Source,
  variants: Variant[],
): Promise<Pick<Catalogue, 'products' | 'names'>> {
  const lineOf = new Map<string, Variant>()
  const groups = new Map<string, number[]>()
  for (const [v, variant] of variants.entries()) {
    const first = lineOf.get(variant.id)
    if (first) throw await duplicate(source, first, variant)
    lineOf.set(variant.id, variant)
    const members = groups.get(variant.group)
    if (members) members.push(v)
    else groups.set(variant.group, [v])
  }

  const sorted = [...groups].sort(([a], [b]) => compareBytes(a, b))
  const names = new Map<string, Name>()
  const claim = async (name: string, claimed: Name): Promise<void> => {
    const known = names.get(name)
    if (!known) names.set(name, claimed)
    else if (known.product !== claimed.product) {
      throw await ambiguous(source, name, variants[known.line], variants[claimed.line])
    }
  }
  for (const [product, [, members]] of sorted.entries()) {
    for (const line of members) await claim(variants[line].id, { product, line, variant: line })
  }
  for (const [product, [group, members]] of sorted.entries()) {
    for (const line of members) {
      for (const alias of variants[line].aliases)
        await claim(alias, { product, line, variant: line })
    }
    await claim(group, { product, line: members[0] })
  }
  return { products: sorted.map(([, members]) => members), names }
}

async function duplicate(source: Source, first: Variant, second: Variant): Promise<EtalageError> {
  return recordError(source, second.record, {
    code: 'product-duplicate',
    what: `the id "${second.id}" stands on ${await nameOfPlace(source, first)} already`,
    expected: 'one line for each id',
  })
}

async function ambiguous(
  source: Source,
  name: string,
  a: Variant,
  b: Variant,
): Promise<EtalageError> {
  const [first, second] = a.record < b.record ? [a, b] : [b, a]
  return recordError(source, second.record, {
    code: 'alias-ambiguous',
    what: `"${name}" names "${second.id}" here and "${first.id}" on ${await nameOfPlace(source, first)}`,
    expected: 'each id, alias and group to belong to one product',
  })
}

async function nameOfPlace(source: Source, { record }: Variant): Promise<string> {
  const place = await placeOfRecord(source, record)
  return 'line' in place ? `line ${place.line}` : `row ${place.row}`
}
