// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { PackBuilder } from '../builder/PackBuilder.js'
import type { Product } from '../catalogue/Product.js'
import { compareBytes } from '../compareBytes.js'
import type { Settings } from '../config/Settings.js'
import type { CustomerEvents } from '../history/CustomerEvents.js'
import { loadBuildModule } from '../loadBuildModule.js'
import { Shopper } from '../shopper/Shopper.js'

const strategy = 'segment-bestsellers'
const longest = 200
const dayLength = 86_400_000
const noon = dayLength / 2

export function needsSegmentBestsellers({ slots }: Pick<Settings, 'slots'>): boolean {
  return slots.some((slot) => [slot.strategy, ...slot.fallback].includes(strategy))
}

/**
 * The pack with what the customers of each segment chose most: their history runs through the pack's own rules, up to its last
 * day. A product is in a list only where at least `minSupport` of the segment's customers chose it (promise P5), and a list
 * tells an order, no numbers.
 */
export async function addSegmentBestsellers(
  pack: Uint8Array,
  history: CustomerEvents,
  products: readonly Product[],
  minSupport: number,
): Promise<Uint8Array> {
  const module = await loadBuildModule()
  const shopper = new Shopper(module, pack)
  const builder = new PackBuilder(module)
  try {
    const chosen = countBySegment(shopper, history, products)
    const lists = new Map(
      [...chosen]
        .sort(([a], [b]) => compareBytes(a, b))
        .map(([segment, counts]) => [segment, mostChosen(counts, minSupport)]),
    )
    return builder.addSegmentLists(pack, lists)
  } finally {
    shopper.delete()
    builder.delete()
  }
}

/** For each segment, how many of its customers chose each product, by id. */
function countBySegment(
  shopper: Shopper,
  { customers, days, events, products }: CustomerEvents,
  table: readonly Product[],
): Map<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>()
  const today = days.reduce((last, day) => Math.max(last, day), 0) * dayLength + dayLength
  for (let from = 0, to = 0; from < customers.length; from = to) {
    shopper.begin()
    for (; to < customers.length && customers[to] === customers[from]; ++to) {
      // The order within a day is kept, the hour is not known here.
      const time = days[to] * dayLength + noon + 1000 * ((to - from) % 40_000)
      const item = new Map([['item_id', table[products[to]].id]])
      const fields = new Map<string, string>()
      shopper.apply(
        { kind: 'event', name: events[to], transactionId: '', fields, items: [item] },
        time,
      )
    }
    const { segments } = shopper.update(today, 0)
    const own = new Set(products.slice(from, to).map((product) => table[product].id))
    for (const segment of segments) {
      const count = counts.get(segment) ?? new Map<string, number>()
      for (const id of own) count.set(id, (count.get(id) ?? 0) + 1)
      counts.set(segment, count)
    }
  }
  return counts
}

function mostChosen(counts: ReadonlyMap<string, number>, minSupport: number): string[] {
  return [...counts]
    .filter(([, count]) => count >= minSupport)
    .sort(([a, m], [b, n]) => n - m || compareBytes(a, b))
    .slice(0, longest)
    .map(([id]) => id)
}
