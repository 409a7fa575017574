// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Database } from '../input/Database.js'
import { customerEventRows } from '../sql/history.js'

/** What known customers did, as columns: all of one customer's events together, oldest first. Days count from 1970-01-01. */
export interface CustomerEvents {
  customers: number[]
  days: number[]
  events: string[]
  products: number[]
}

export async function readCustomerEvents(db: Database): Promise<CustomerEvents> {
  const all: CustomerEvents = { customers: [], days: [], events: [], products: [] }
  for await (const [customers, days, events, products] of db.columns(customerEventRows)) {
    for (let i = 0; i < customers.length; ++i) {
      all.customers.push(customers[i] as number)
      all.days.push(days[i] as number)
      all.events.push(events[i] as string)
      all.products.push(products[i] as number)
    }
  }
  return all
}
