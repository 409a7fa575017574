// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { didYouMean } from '../didYouMean.js'
import { EtalageError } from '../EtalageError.js'
import { quoteList } from '../quoteList.js'
import type { ShopperInput } from '../shopper/ShopperInput.js'
import { LineReader, type Json } from './LineReader.js'
import { parseTime } from './parseTime.js'
import { readAnswers } from './readAnswers.js'
import { readEvent, readItems } from './readEvent.js'

/** One line of a recording. */
export interface Line {
  /** As it was written. */
  time: string | number
  /** Milliseconds since 1970. */
  now: number
  /** Minutes that the shopper's clock is ahead of UTC, where the line says. */
  utcOffset?: number
  /** What happened; several for several answers, none where time passed. */
  inputs: ShopperInput[]
  /** Keys of the event whose values no event can have. */
  unreadable: string[]
}

const happenings = ['event', 'answer', 'page', 'cart']
const keys = ['time', 'utcOffset', ...happenings, 'ecommerce']
const largestOffset = 18 * 60

/** Reads a line; `place` is where it stands, for errors. */
export function parseLine(text: string, place: { file: string; line: number }): Line {
  const line = new LineReader(place)
  const object = parseObject(text, place)
  const unknown = Object.keys(object).find((key) => !keys.includes(key))
  if (unknown !== undefined) {
    throw new EtalageError({
      ...place,
      code: 'replay-key-unknown',
      what: `unknown key "${unknown}"${didYouMean(unknown, keys)}`,
      expected: `one of ${quoteList(keys)}`,
    })
  }
  const found = happenings.filter((key) => object[key] !== undefined)
  if (found.length > 1) {
    throw line.wrong(
      'replay-line-ambiguous',
      `${found.join(' and ')} on one line`,
      'a line for each',
    )
  }
  if (object.ecommerce !== undefined && object.event === undefined) {
    throw line.wrong('replay-line-ambiguous', 'ecommerce without an event', '"event" beside it')
  }
  const unreadable: string[] = []
  return {
    ...parseTime(object.time, line),
    utcOffset: readOffset(object.utcOffset, line),
    inputs: readInputs(object, line, unreadable),
    unreadable,
  }
}

function parseObject(text: string, place: { file: string; line: number }): Record<string, Json> {
  let value: Json
  let why = ''
  try {
    value = JSON.parse(text) as Json
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  } catch (error) {
    why = `: ${(error as Error).message}`
  }
  throw new EtalageError({
    ...place,
    code: 'json-broken',
    what: `the line is not a JSON object${why}`,
    expected: 'one object on each line, as {"time": "2026-01-05T10:00:00Z", "event": "view_item"}',
  })
}

function readOffset(value: Json | undefined, line: LineReader): number | undefined {
  if (value === undefined) return undefined
  if (Number.isInteger(value) && Math.abs(value as number) <= largestOffset) return value as number
  throw line.wrongValue(
    'utcOffset',
    value,
    `whole minutes from -${largestOffset} to ${largestOffset}`,
  )
}

function readInputs(
  object: Record<string, Json>,
  line: LineReader,
  unreadable: string[],
): ShopperInput[] {
  const { event, ecommerce, answer, page, cart } = object
  if (event !== undefined) return [readEvent(event, ecommerce, line, unreadable)]
  if (answer !== undefined) return readAnswers(answer, line)
  if (cart !== undefined)
    return [{ kind: 'cart', items: readItems(cart, 'cart', line, unreadable) }]
  if (page !== undefined) return [readPage(page, line)]
  return []
}

function readPage(value: Json, line: LineReader): ShopperInput {
  const page = line.object(value, 'page', ['type', 'item', 'category', 'query'])
  const text = (key: string) => {
    const given = page[key] ?? ''
    if (typeof given === 'number') return String(given)
    if (typeof given !== 'string') throw line.wrongValue(`page.${key}`, given, 'a text')
    return given
  }
  return {
    kind: 'page',
    type: text('type'),
    item: text('item'),
    category: text('category'),
    query: text('query'),
  }
}
