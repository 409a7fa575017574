// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Matcher: which aggregates an event counts for. Of each text it is found out once which of them ask for it.
import { matches } from './attributes.mjs'

const texts = ['category', 'brand', 'search_term']

export class Matcher {
  /** `found(aggregate, amount)` hears of each matching item: an index and its price in cents. */
  constructor(aggregates, found) {
    this.found = found
    this.events = new Map()
    aggregates.forEach((aggregate, index) => {
      if (!this.events.has(aggregate.event)) {
        const byText = new Map(texts.map((field) => [field, { tests: [], known: new Map() }]))
        this.events.set(aggregate.event, { plain: [], prices: [], byText })
      }
      const listeners = this.events.get(aggregate.event)
      if (!aggregate.where) listeners.plain.push(index)
      else if (aggregate.where.field === 'price')
        listeners.prices.push({ index, ...aggregate.where })
      else listeners.byText.get(aggregate.where.field).tests.push({ index, where: aggregate.where })
    })
  }

  show(event) {
    const listeners = this.events.get(event.name)
    if (!listeners) return
    if (event.items.length === 0) this.#tell(listeners.plain, 0)
    this.#tellOf(listeners.byText.get('search_term'), event.search_term, 0)
    for (const item of event.items) {
      const cents = Math.round(item.price * 100)
      this.#tell(listeners.plain, cents)
      this.#tellOf(listeners.byText.get('category'), item.category, cents)
      this.#tellOf(listeners.byText.get('brand'), item.brand, cents)
      for (const { index, op, value } of listeners.prices) {
        if (op === '<' ? item.price < value : item.price >= value) this.found(index, cents)
      }
    }
  }

  #tellOf({ tests, known }, text, cents) {
    if (tests.length === 0) return
    let indexes = known.get(text)
    if (!indexes) {
      indexes = tests.filter(({ where }) => matches(where, text)).map(({ index }) => index)
      known.set(text, indexes)
    }
    this.#tell(indexes, cents)
  }

  #tell(indexes, cents) {
    for (let i = 0; i < indexes.length; ++i) this.found(indexes[i], cents)
  }
}
