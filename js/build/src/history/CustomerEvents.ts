// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Database } from '../input/Database.js'
import { customerEventRows } from '../sql/history.js'

/** What known customers did, as columns: all of one customer's events together, oldest first. Days count from 1970-01-01. */
export interface CustomerEvents {
  customers: number[]
  /** Lines of one session and time have the same. */
  moments: number[]
  days: number[]
  events: string[]
  products: number[]
  quantities: (number | null)[]
  prices: (number | null)[]
}

export async function readCustomerEvents(db: Database): Promise<CustomerEvents> {
  const all: CustomerEvents = {
    customers: [],
    moments: [],
    days: [],
    events: [],
    products: [],
    quantities: [],
    prices: [],
  }
  for await (const chunk of db.columns(customerEventRows)) {
    const [customers, moments, days, events, products, quantities, prices] = chunk
    for (let i = 0; i < customers.length; ++i) {
      all.customers.push(customers[i] as number)
      all.moments.push(moments[i] as number)
      all.days.push(days[i] as number)
      all.events.push(events[i] as string)
      all.products.push(products[i] as number)
      all.quantities.push(quantities[i] as number | null)
      all.prices.push(prices[i] as number | null)
    }
  }
  return all
}
