// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { PackBuilder } from '../builder/PackBuilder.js'
import type { Product } from '../catalogue/Product.js'
import type { Settings } from '../config/Settings.js'
import type { CustomerEvents } from '../history/CustomerEvents.js'
import type { Progress } from '../Progress.js'
import { loadBuildModule } from '../loadBuildModule.js'
import { Shopper } from '../shopper/Shopper.js'
import { replayCustomers } from './replayCustomers.js'
import { needsSegmentBestsellers, SegmentBestsellers } from './segmentBestsellers.js'
import { ShopHistoryCounts, type ShopHistory } from './ShopHistory.js'

/** The pack with what the customers of each segment chose most, where a slot shows it; and what the shop alone gets to see. */
export async function lookIntoCustomers(
  pack: Uint8Array,
  events: CustomerEvents,
  products: readonly Product[],
  settings: Settings,
  currency: string | undefined,
  progress: Progress,
): Promise<{ pack: Uint8Array; shopHistory: ShopHistory }> {
  const { rules, minSupport } = settings
  const module = await loadBuildModule()
  const shopper = new Shopper(module, pack)
  const builder = new PackBuilder(module)
  const bestsellers = new SegmentBestsellers()
  const counts = new ShopHistoryCounts()
  const withLists = needsSegmentBestsellers(settings)
  progress('Looking into segments')
  try {
    replayCustomers(shopper, events, products, (customer) => {
      counts.add(customer)
      if (withLists) bestsellers.add(customer)
    })
    return {
      pack: withLists ? builder.addSegmentLists(pack, bestsellers.lists(minSupport)) : pack,
      shopHistory: counts.history(rules.rules, events, minSupport, currency),
    }
  } finally {
    shopper.delete()
    builder.delete()
  }
}
