// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { EventNames } from '../engine/Engine.js'
import type { EventMessage, Field } from '../engine/messages.js'
import type { EventItem, EventParameters } from '../types.js'

/**
 * The part of a GA4 event that the pack's manifest asks for; undefined where it does not ask for the event. Nothing else of what
 * the shop pushed is looked at.
 */
export function readEvent(
  events: ReadonlyMap<string, EventNames>,
  name: string,
  parameters: EventParameters | undefined,
): EventMessage | undefined {
  const wanted = events.get(name)
  if (!wanted) return undefined
  return {
    name,
    transactionId: toText(parameters?.transaction_id),
    fields: readFields(parameters, wanted.fields),
    items: readItems(parameters?.items, wanted.items),
  }
}

export function readItems(
  items: readonly EventItem[] | undefined,
  keys: readonly string[],
): Field[][] {
  if (!Array.isArray(items)) return []
  // Who an item is decides what the pack knows of it; whether the id is kept, the engine decides.
  const wanted = keys.includes('item_id') ? keys : ['item_id', ...keys]
  return items.map((item: EventItem | null) => readFields(item, wanted))
}

function readFields(from: object | null | undefined, keys: readonly string[]): Field[] {
  const fields: Field[] = []
  for (const key of keys) {
    const value = (from as Record<string, unknown> | null | undefined)?.[key]
    if (key === 'item_id') fields.push({ key, value: toText(value) })
    else if (typeof value === 'string' || typeof value === 'number') fields.push({ key, value })
  }
  return fields
}

function toText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
