// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What helps a developer and no shopper: loaded in development only, so that it costs a shop's page nothing.
import type { Names } from './engine/Engine.js'
import type { EventParameters } from './types.js'

const knownItemFields = [
  'item_id',
  'item_name',
  'affiliation',
  'coupon',
  'creative_name',
  'creative_slot',
  'discount',
  'google_business_vertical',
  'index',
  'item_brand',
  'item_category',
  'item_category2',
  'item_category3',
  'item_category4',
  'item_category5',
  'item_list_id',
  'item_list_name',
  'item_variant',
  'location_id',
  'price',
  'promotion_id',
  'promotion_name',
  'quantity',
]
const knownFields = [
  'items',
  'affiliation',
  'coupon',
  'creative_name',
  'creative_slot',
  'currency',
  'customer_type',
  'event',
  'item_list_id',
  'item_list_name',
  'method',
  'payment_type',
  'promotion_id',
  'promotion_name',
  'search_term',
  'shipping',
  'shipping_tier',
  'tax',
  'transaction_id',
  'value',
  'event_callback',
  'event_timeout',
  'send_to',
]
const warned = new Set<string>()

export function checkSlot(names: Names, slot: string): void {
  if (!names.slots.includes(slot)) warn('slot', slot, names.slots, 'the pack declares')
}

export function checkFact(names: Names, fact: string): void {
  if (!names.facts.includes(fact)) warn('fact', fact, names.facts, 'the pack asks')
}

export function checkRule(names: Names, kind: keyof Names['rules'], name: string): void {
  if (!names.rules[kind].includes(name)) warn(kind, name, names.rules[kind], 'the pack declares')
}

export function checkEvent(
  names: Names,
  event: string,
  parameters: EventParameters | undefined,
): void {
  const declared = names.events.find(({ name }) => name === event)
  if (!declared || !parameters) return
  const knownHere = [...knownFields, ...declared.fields]
  const knownOfItems = [...knownItemFields, ...declared.items]
  for (const field of Object.keys(parameters)) {
    if (!knownHere.includes(field)) warn('field', `${event}.${field}`, knownHere, 'GA4 has', field)
  }
  for (const item of Array.isArray(parameters.items) ? parameters.items : []) {
    for (const field of Object.keys(item ?? {})) {
      if (!knownOfItems.includes(field)) {
        warn('item field', `${event}.items.${field}`, knownOfItems, 'GA4 has', field)
      }
    }
    if (item?.item_id === undefined) warn('item without item_id in', event, [], 'expected item_id')
  }
}

/** Once for each name. */
function warn(kind: string, name: string, known: string[], where: string, close = name): void {
  const message = `${kind} "${name}"`
  if (warned.has(message)) return
  warned.add(message)
  const nearest = didYouMean(close, known)
  const hint = nearest ? ` Did you mean "${nearest}"?` : ''
  const list = known.length > 0 && known.length < 12 ? `: ${known.join(', ')}` : ''
  console.warn(`etalage: ${message} is not known.${hint} (${where}${list})`)
}

/** The nearest name by edit distance, where it is near enough to be meant. */
export function didYouMean(name: string, known: readonly string[]): string | undefined {
  let best: string | undefined
  let least = Math.max(2, Math.floor(name.length / 3)) + 1
  for (const candidate of known) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase())
    if (distance < least) [best, least] = [candidate, distance]
  }
  return best
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; ++i) {
    const next = [i]
    for (let j = 1; j <= b.length; ++j) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
