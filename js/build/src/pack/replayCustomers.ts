// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Product } from '../catalogue/Product.js'
import type { CustomerEvents } from '../history/CustomerEvents.js'
import type { Shopper } from '../shopper/Shopper.js'
import type { Fields, Outcome, ShopperInput } from '../shopper/ShopperInput.js'

const dayLength = 86_400_000
const noon = dayLength / 2

/** A known customer at the end of the history. */
export interface Customer {
  outcome: Outcome
  /** The ids of what they looked at or bought. */
  products: ReadonlySet<string>
  /** Missing where no purchase has a price. */
  spent?: number
}

/** Runs each known customer's history through the pack's own rules, up to its last day. */
export function replayCustomers(
  shopper: Shopper,
  history: CustomerEvents,
  table: readonly Product[],
  each: (customer: Customer) => void,
): void {
  const { customers, days } = history
  const today = days.reduce((last, day) => Math.max(last, day), 0) * dayLength + dayLength
  for (let from = 0, to = 0; from < customers.length; from = to) {
    while (to < customers.length && customers[to] === customers[from]) ++to
    each(replayCustomer(shopper, history, table, from, to, today))
  }
}

function replayCustomer(
  shopper: Shopper,
  { moments, days, events, products, quantities, prices }: CustomerEvents,
  table: readonly Product[],
  from: number,
  to: number,
  today: number,
): Customer {
  shopper.begin()
  let spent: number | undefined
  for (let at = from, next = from; at < to; at = next) {
    // The lines of one purchase are one event.
    const belongs = (i: number) =>
      i === at ||
      (events[at] === 'purchase' && events[i] === 'purchase' && moments[i] === moments[at])
    while (next < to && belongs(next)) ++next
    let value: number | undefined
    const items: Fields[] = []
    for (let i = at; i < next; ++i) {
      const [price, quantity] = [prices[i], quantities[i] ?? 1]
      items.push(itemOf(table[products[i]].id, price, quantity))
      if (price !== null) value = (value ?? 0) + price * quantity
    }
    const bought = events[at] === 'purchase' ? value : undefined
    if (bought !== undefined) spent = (spent ?? 0) + bought
    const input: ShopperInput = {
      kind: 'event',
      name: events[at],
      transactionId: '',
      fields: new Map(bought === undefined ? [] : [['value', bought]]),
      items,
    }
    // The order within a day is kept, the hour is not known here.
    shopper.apply(input, days[at] * dayLength + noon + 1000 * ((at - from) % 40_000))
  }
  return {
    outcome: shopper.update(today, 0),
    products: new Set(products.slice(from, to).map((product) => table[product].id)),
    spent,
  }
}

function itemOf(id: string, price: number | null, quantity: number): Fields {
  const item = new Map<string, number | string>([
    ['item_id', id],
    ['quantity', quantity],
  ])
  if (price !== null) item.set('price', price)
  return item
}
