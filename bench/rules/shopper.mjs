// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// A shopper: visits of some eight events, some of them days apart, so that every window moves.
//
//   event   { name, time, transactionId, search_term, items: [{ item_id, category, brand, price }] }; price in whole cents / 100
import { newRandom } from '../random.mjs'
import { brands, categories, terms } from './shop.mjs'

const day = 86_400_000
const start = Date.UTC(2026, 0, 5, 9)

/** So many events in the order of their times; the first ones are the same however many there are. */
export function makeEvents(count) {
  const random = newRandom(7)
  const products = Array.from({ length: 300 }, (_, i) => ({
    item_id: `sku-${i}`,
    category: random.pick(categories),
    brand: random.pick(brands),
    price: random.between(200, 15_000) / 100,
  }))
  const events = []
  let time = start
  while (events.length < count) {
    time += random.between(4 * day, 11 * day)
    // A visit is about one department, most of the time.
    const { category } = random.pick(products)
    const near = products.filter((product) => product.category.startsWith(category.split(' > ')[0]))
    const look = () => random.pick(random.below(4) === 0 ? products : near)
    for (let left = random.between(5, 11); left > 0; --left) {
      time += random.between(4_000, 180_000)
      events.push({
        time,
        transactionId: '',
        search_term: '',
        items: [],
        ...act(random, look, time),
      })
    }
  }
  return events.slice(0, count)
}

function act(random, look, time) {
  const dice = random.below(100)
  if (dice < 66) return { name: 'view_item', items: [look()] }
  if (dice < 80) return { name: 'add_to_cart', items: [look()] }
  if (dice < 93)
    return { name: 'search', search_term: `${random.pick(terms)} ${random.pick(brands)}` }
  const items = Array.from({ length: random.between(1, 3) }, look)
  return { name: 'purchase', transactionId: `order-${time}`, items }
}
