// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { CatalogueColumn } from '../config/EtalageConfig.js'
import type { Field } from '../config/RuleSet.js'
import { recordError } from '../input/recordError.js'
import type { Source } from '../input/Source.js'
import { parseAttribute } from './parseAttribute.js'
import { parseAvailability } from './parseAvailability.js'
import { parseDay } from './parseDay.js'
import { parseList } from './parseList.js'
import { parsePrice, type Price } from './parsePrice.js'
import type { Variant } from './Variant.js'

export type CatalogueRow = { record: number; attributes: (string | undefined)[] } & {
  [column in CatalogueColumn]?: string
}

/** Checks one line of the catalogue. `currency` is what the prices were in up to here, where anything said so. */
export async function parseVariant(
  source: Source,
  row: CatalogueRow,
  theirs: ReadonlyMap<string, string>,
  currency: string | undefined,
  attributes: readonly Field[],
): Promise<{ variant: Variant; currency?: string }> {
  const { record, id } = row
  const wrong = (code: string, what: string, expected: string) =>
    recordError(source, record, { code, what, expected })

  if (id === undefined) {
    throw await wrong(
      'product-without-id',
      'a product without an id',
      `a value in column "${theirs.get('id')}"`,
    )
  }
  let price: Price = { amount: NaN }
  if (row.price !== undefined) {
    const parsed = parsePrice(row.price)
    if (!parsed) {
      throw await wrong(
        'price-invalid',
        `the price of "${id}" is "${row.price}"`,
        'a number, as 12.99 or 12.99 EUR',
      )
    }
    if (parsed.currency && currency && parsed.currency !== currency) {
      throw await wrong(
        'currency-mixed',
        `the price of "${id}" is in ${parsed.currency}`,
        `all prices in ${currency}`,
      )
    }
    price = parsed
  }
  const inStock = row.in_stock === undefined ? true : parseAvailability(row.in_stock)
  if (inStock === undefined) {
    throw await wrong(
      'availability-invalid',
      `the availability of "${id}" is "${row.in_stock}"`,
      'true, false, in_stock, out_of_stock, preorder, backorder or a number of pieces',
    )
  }
  const hidden = row.hidden === undefined ? false : parseAvailability(row.hidden)
  if (hidden === undefined) {
    throw await wrong('hidden-invalid', `hidden of "${id}" is "${row.hidden}"`, 'true or false')
  }
  const added = row.added === undefined ? NaN : parseDay(row.added)
  if (added === undefined) {
    throw await wrong(
      'date-invalid',
      `"${id}" was added on "${row.added}"`,
      'a date as 2026-01-31, or a time as 2026-01-31T09:30:00Z',
    )
  }
  const variant: Variant = {
    record,
    id,
    group: row.item_group_id ?? id,
    aliases: parseList(row.aliases ?? '', /[\s,;|]+/),
    title: row.title ?? '',
    category: parseList(row.category ?? '', />/).join(' > '),
    brand: row.brand ?? '',
    url: row.url ?? '',
    image: row.image ?? '',
    price: price.amount,
    inStock,
    hidden,
    added,
    values: attributes.map((field, i) => parseAttribute(field, row.attributes[i])),
  }
  return { variant, currency: price.currency }
}
