// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { ConfigReader } from './ConfigReader.js'
import type { Boost } from './Settings.js'

const mostPlaces = 100
const mostBoosts = 32
const mostTimes = 1000

/** The product at each place; empty: none. */
export function readPins(reader: ConfigReader, value: unknown, key: string): string[] {
  const pins: string[] = []
  for (const [i, described] of reader.list(value, key).entries()) {
    const pin = reader.object(described, `${key}[${i}]`, ['place', 'item'])
    const place = reader.integer(pin.place, `${key}[${i}].place`, 1, mostPlaces)
    while (pins.length < place) pins.push('')
    if (pins[place - 1]) {
      throw reader.wrong(`${key}[${i}].place`, place, 'a place that no other pin has')
    }
    pins[place - 1] = reader.text(pin.item, `${key}[${i}].item`)
  }
  return pins
}

export function readBoosts(reader: ConfigReader, value: unknown, key: string): Boost[] {
  const list = reader.list(value, key)
  if (list.length > mostBoosts) throw reader.wrong(key, list.length, `at most ${mostBoosts} boosts`)
  return list.map((described, i) => {
    const boost = reader.object(described, `${key}[${i}]`, ['when', 'times'])
    return {
      when: reader.text(boost.when, `${key}[${i}].when`),
      times: reader.range(boost.times, `${key}[${i}].times`, 0, mostTimes),
    }
  })
}

export function readPrices(
  reader: ConfigReader,
  value: unknown,
  key: string,
): { from: number; to: number } {
  const bounds = reader.object(value, key, ['from', 'to'])
  const bound = (name: string) =>
    bounds[name] === undefined ? 0 : reader.range(bounds[name], `${key}.${name}`, 0, mostTimes)
  const [from, to] = [bound('from'), bound('to')]
  if (to > 0 && to < from) throw reader.wrong(`${key}.to`, to, `at least ${from}, as in from`)
  return { from, to }
}
