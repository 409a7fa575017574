// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { ConfigReader } from './ConfigReader.js'
import type { SlotConfig, Strategy } from './EtalageConfig.js'
import { readBoosts, readPins, readPrices } from './readMerchandising.js'
import { readTexts } from './readTexts.js'
import type { Slot } from './Settings.js'

const strategies: readonly Strategy[] = [
  'for-you',
  'similar',
  'alternatives',
  'up-sell',
  'complement',
  'bought-together',
  'cart-complement',
  'cross-sell',
  'more-from-series',
  'buy-again',
  'recently-viewed',
  'continue-browsing',
  'bestsellers',
  'segment-bestsellers',
  'trending',
  'new',
  'new-for-you',
  'explore',
  'contextual',
]
const shown = ['products', 'categories', 'brands'] as const
const preferences = ['any', 'cheaper', 'greener'] as const
const known = ['seen', 'bought', 'in-cart'] as const

const keys: readonly (keyof SlotConfig)[] = [
  'strategy',
  'count',
  'fallback',
  'filter',
  'shows',
  'prefer',
  'without',
  'exclude',
  'pins',
  'boosts',
  'price',
  'relevance',
  'diversity',
  'calibration',
  'rotation',
  'label',
]

/** The slots of a configuration, in the order in which it names them. */
export function readSlots(reader: ConfigReader, value: unknown): Slot[] {
  return reader.entries(value, 'slots', (name, described) => {
    reader.matching(
      name,
      'the name of a slot',
      /^[^\s\p{C}]{1,64}$/u,
      '1 to 64 letters without a space',
    )
    return readSlot(reader, name, described)
  })
}

function readSlot(reader: ConfigReader, name: string, described: unknown): Slot {
  const key = `slots.${name}`
  const slot = reader.object(described, key, keys)
  const share = (part: string) =>
    slot[part] === undefined ? 0 : reader.range(slot[part], `${key}.${part}`, 0, 1)
  const without = reader
    .list(slot.without ?? [], `${key}.without`)
    .map((what, i) => known.indexOf(reader.oneOf(what, `${key}.without[${i}]`, known)))
  return {
    name,
    strategy: reader.oneOf(slot.strategy, `${key}.strategy`, strategies),
    count: slot.count === undefined ? 0 : reader.integer(slot.count, `${key}.count`, 1, 100),
    fallback: reader
      .list(slot.fallback ?? [], `${key}.fallback`)
      .map((strategy, i) => reader.oneOf(strategy, `${key}.fallback[${i}]`, strategies)),
    filter: slot.filter === undefined ? undefined : reader.text(slot.filter, `${key}.filter`),
    shown: shown.indexOf(reader.oneOf(slot.shows ?? 'products', `${key}.shows`, shown)),
    prefer: preferences.indexOf(reader.oneOf(slot.prefer ?? 'any', `${key}.prefer`, preferences)),
    without: without.reduce((bits, bit) => bits | (1 << bit), 0),
    exclude: reader.texts(slot.exclude ?? [], `${key}.exclude`),
    pins: readPins(reader, slot.pins ?? [], `${key}.pins`),
    boosts: readBoosts(reader, slot.boosts ?? [], `${key}.boosts`),
    price: readPrices(reader, slot.price ?? {}, `${key}.price`),
    relevance: share('relevance'),
    diversity: share('diversity'),
    calibration: share('calibration'),
    rotation: share('rotation'),
    label: readTexts(reader, slot.label, `${key}.label`),
  }
}
