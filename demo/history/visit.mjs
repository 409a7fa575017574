// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// One visit: the shopper comes for a shelf, looks from product to product, puts some in the cart, what
// goes with them too, and sometimes buys.

import { season } from './season.mjs'
import { suits } from './shopper.mjs'

const anotherLook = 0.75
const longest = 14

/** Returns the visit's events in order: { event, product }, purchases last. */
export function visit(shopper, market, share, random) {
  const events = []
  const cart = []
  const seen = new Set()

  function look(product) {
    events.push({ event: 'view_item', product })
    seen.add(product)
  }

  function add(product) {
    if (!product.inStock || cart.includes(product)) return
    events.push({ event: 'add_to_cart', product })
    cart.push(product)
  }

  function choose(list) {
    const fresh = list.filter((product) => !seen.has(product))
    return random.pick(
      fresh,
      (product) => market.pull(product, share) * suits(shopper, product, market.shelfOf(product)),
    )
  }

  function shelfToSee() {
    return random.pick(
      market.shelves,
      ({ category }) => shopper.taste.get(category) * season(category, share),
    )
  }

  /** Mostly the same shelf, often what goes with the last product, now and then something else. */
  function next(product) {
    const turn = random.next()
    if (turn < 0.48) return choose(market.shelfOf(product))
    if (turn < 0.7) return choose(market.complementsOf(product))
    if (turn < 0.86) {
      const near = market.shelves.filter(({ category }) => category === product.path[0])
      return choose(random.pick(near).list)
    }
    return choose(shelfToSee().list)
  }

  let product = choose(shelfToSee().list)
  while (product && events.length < longest) {
    look(product)
    if (random.chance(0.12)) {
      add(product)
      const complement = choose(market.complementsOf(product))
      if (complement && random.chance(0.55)) {
        look(complement)
        if (random.chance(0.6)) add(complement)
      }
    }
    product = random.chance(anotherLook) ? next(product) : undefined
  }
  if (cart.length > 0 && random.chance(0.5)) {
    for (const bought of cart) events.push({ event: 'purchase', product: bought })
  }
  return events
}
