// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The history of an invented shop: shoppers with tastes, 120 days of visits. The same seed gives the
// same file. By itself: node demo/generate-history.mjs FILE.csv

import { writeFileSync } from 'node:fs'
import { argv } from 'node:process'
import { pathToFileURL } from 'node:url'
import { klaverEnKwast } from './catalogue/shop.mjs'
import { createMarket } from './history/market.mjs'
import { createRandom } from './history/random.mjs'
import { createShopper } from './history/shopper.mjs'
import { visit } from './history/visit.mjs'

const minute = 60_000
const day = 24 * 60 * minute
const columns = 'session,time,event,item_id,quantity,price,customer,transaction_id'

export function generateHistory(products, options = {}) {
  const { seed = 1, visits = 15_000, shoppers = 4_200, days = 120 } = options
  const random = createRandom(seed)
  const market = createMarket(products, random)
  const people = Array.from({ length: shoppers }, (_, n) => createShopper(n + 1, market, random))
  // Who comes often stands in the crowd more often.
  const crowd = people.flatMap((shopper) => Array(shopper.visits).fill(shopper))
  const begin = Date.UTC(2026, 0, 1)

  const starts = Array.from({ length: visits }, () => begin + startOfVisit(days, random))
  return starts
    .sort((a, b) => a - b)
    .flatMap((start, number) => {
      const shopper = crowd[Math.floor(random.next() * crowd.length)]
      const share = (start - begin) / (days * day)
      return toRows(number + 1, start, shopper, visit(shopper, market, share, random), random)
    })
}

/** More visits in the weekend and in the evening. */
function startOfVisit(days, random) {
  const date = random.pick(
    [...Array(days).keys()],
    (number) => [1.2, 1, 0.9, 0.9, 0.9, 1, 1.4][(number + 4) % 7],
  )
  const hour = random.chance(0.6) ? 17 + random.next() * 5 : 7 + random.next() * 10
  return date * day + Math.floor(hour * 60) * minute
}

function toRows(number, start, shopper, events, random) {
  const session = `s${String(number).padStart(6, '0')}`
  const buys = events.some(({ event }) => event === 'purchase')
  let time = start
  return events.map(({ event, product }) => {
    time += Math.ceil(random.next() * 2 * minute)
    return {
      session,
      time: new Date(time).toISOString(),
      event,
      item_id: product.id,
      quantity: event === 'purchase' && product.price < 15 && random.chance(0.3) ? 2 : 1,
      price: product.price.toFixed(2),
      customer: buys || shopper.signsIn ? shopper.customer : '',
      transaction_id: event === 'purchase' ? `t${session.slice(1)}` : '',
    }
  })
}

export function writeHistory(rows, file) {
  writeFileSync(
    file,
    `${[columns, ...rows.map((row) => Object.values(row).join(','))].join('\n')}\n`,
  )
}

if (import.meta.url === pathToFileURL(argv[1] ?? '').href) {
  if (!argv[2]) throw new Error('Usage: node demo/generate-history.mjs FILE.csv')
  const rows = generateHistory(klaverEnKwast().products)
  writeHistory(rows, argv[2])
  console.log(`${rows.length} events in ${argv[2]}`)
}
