// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { ConfigReader } from './ConfigReader.js'
import type { Slot } from './Settings.js'
import type { Strategy } from './EtalageConfig.js'

const strategies: readonly Strategy[] = [
  'for-you',
  'similar',
  'bought-together',
  'recently-viewed',
  'bestsellers',
]

/** The slots of a configuration, in the order in which it names them. */
export function readSlots(reader: ConfigReader, value: unknown): Slot[] {
  return reader.entries(value, 'slots', (name, described) => {
    const key = `slots.${name}`
    reader.matching(
      name,
      'the name of a slot',
      /^[^\s\p{C}]{1,64}$/u,
      '1 to 64 letters without a space',
    )
    const slot = reader.object(described, key, ['strategy', 'count', 'fallback', 'filter'])
    return {
      name,
      strategy: reader.oneOf(slot.strategy, `${key}.strategy`, strategies),
      count: slot.count === undefined ? 0 : reader.integer(slot.count, `${key}.count`, 1, 100),
      fallback: reader
        .list(slot.fallback ?? [], `${key}.fallback`)
        .map((strategy, i) => reader.oneOf(strategy, `${key}.fallback[${i}]`, strategies)),
      filter: slot.filter === undefined ? undefined : reader.text(slot.filter, `${key}.filter`),
    }
  })
}
