// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { CatalogueColumn } from '../config/EtalageConfig.js'
import { recordError } from '../input/recordError.js'
import type { Source } from '../input/Source.js'
import { parseAvailability } from './parseAvailability.js'
import { parseList } from './parseList.js'
import { parsePrice, type Price } from './parsePrice.js'
import type { Variant } from './Variant.js'

export type CatalogueRow = { record: number } & { [column in CatalogueColumn]?: string }

/** Checks one line of the catalogue. `currency` is what the prices were in up to here, where anything said so. */
export async function parseVariant(
  source: Source,
  row: CatalogueRow,
  theirs: ReadonlyMap<string, string>,
  currency: string | undefined,
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
  }
  return { variant, currency: price.currency }
}
