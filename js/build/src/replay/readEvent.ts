// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Fields, ShopperInput, Value } from '../shopper/ShopperInput.js'
import type { Json, LineReader } from './LineReader.js'

/** Ids that shops write as numbers too. */
const ids = ['item_id', 'transaction_id']

/** A GA4 event. Keys whose values are neither a number nor a text are added to `unreadable`. */
export function readEvent(
  event: Json,
  ecommerce: Json | undefined,
  line: LineReader,
  unreadable: string[],
): ShopperInput {
  if (typeof event !== 'string' || event === '') {
    throw line.wrongValue('event', event, 'the name of an event, as "view_item"')
  }
  const { items, ...parameters } = line.object(ecommerce ?? {}, 'ecommerce')
  const fields = new Map(readFields(parameters, unreadable))
  const transactionId = fields.get('transaction_id') ?? ''
  fields.delete('transaction_id')
  return {
    kind: 'event',
    name: event,
    transactionId: String(transactionId),
    fields,
    items: readItems(items ?? [], 'ecommerce.items', line, unreadable),
  }
}

export function readItems(
  items: Json,
  key: string,
  line: LineReader,
  unreadable: string[],
): Fields[] {
  if (!Array.isArray(items)) throw line.wrongValue(key, items, 'a list of items')
  return items.map((item, i) => readFields(line.object(item, `${key}[${i}]`), unreadable))
}

function readFields(object: Record<string, Json>, unreadable: string[]): Fields {
  const fields = new Map<string, Value>()
  for (const [key, value] of Object.entries(object)) {
    if (typeof value === 'string') fields.set(key, value)
    else if (typeof value === 'number') fields.set(key, ids.includes(key) ? String(value) : value)
    else if (value !== null) unreadable.push(key)
  }
  return fields
}
