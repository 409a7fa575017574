// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { EventMessage } from '../engine/Engine.js'
import type { EventItem, EventParameters } from '../types.js'

/** The part of a GA4 event that a profile could keep. What of it is kept, the engine decides. */
export function readEvent(name: string, parameters: EventParameters | undefined): EventMessage {
  return {
    name,
    transactionId: toText(parameters?.transaction_id),
    items: readItems(parameters?.items),
  }
}

export function readItems(items: readonly EventItem[] | undefined): string[] {
  if (!Array.isArray(items)) return []
  return items.map((item: EventItem | null) => toText(item?.item_id)).filter((id) => id !== '')
}

function toText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
