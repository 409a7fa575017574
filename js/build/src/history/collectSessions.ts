// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Database } from '../input/Database.js'
import { eventRows, purchaseRows, sessionRows } from '../sql/history.js'
import { unknownCustomer, type History, type Purchases } from './History.js'

/**
 * The sessions in shared memory, so that two trainings read them without a copy. A product seen, put in the cart and bought
 * in a row counts once: that it follows itself says nothing about what goes with it.
 */
export async function collectSessions(
  db: Database,
  sessions: number,
  events: number,
): Promise<History> {
  const customers = sharedArray(sessions)
  const days = new Int32Array(sessions)
  let timed = true
  let s = 0
  for await (const [customer, day] of db.columns(sessionRows)) {
    for (let i = 0; i < customer.length; ++i, ++s) {
      customers[s] = (customer[i] as number | null) ?? unknownCustomer
      if (day[i] === null) timed = false
      else days[s] = day[i] as number
    }
  }

  const items = sharedArray(events)
  const offsets = sharedArray(sessions + 1)
  let count = 0
  let current = -1
  for await (const [session, product] of db.columns(eventRows)) {
    for (let i = 0; i < session.length; ++i) {
      const starts = session[i] !== current
      if (starts) offsets[(current = session[i] as number)] = count
      if (starts || items[count - 1] !== product[i]) items[count++] = product[i] as number
    }
  }
  offsets[sessions] = count
  return {
    items: items.subarray(0, count),
    offsets,
    customers,
    days: timed ? days : undefined,
    purchases: await collectPurchases(db),
  }
}

async function collectPurchases(db: Database): Promise<Purchases> {
  const columns: number[][] = [[], [], []]
  for await (const chunk of db.columns(purchaseRows)) {
    columns.forEach((column, c) => {
      for (const value of chunk[c]) column.push(value as number)
    })
  }
  const [customers, products, days] = columns
  return {
    customers: Uint32Array.from(customers),
    products: Uint32Array.from(products),
    days: Int32Array.from(days),
  }
}

function sharedArray(length: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(length * Uint32Array.BYTES_PER_ELEMENT))
}
