// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { browsing } from './browsing.mjs'
import { Shop } from './shop.mjs'

const events = browsing({ sessions: 400, days: 20 })
const products = [
  'id,title,price',
  ...Array.from({ length: 60 }, (_, i) => `i${i},Product ${i},${i}.99 EUR`),
]

function packOf(config = {}, files = {}) {
  const shop = new Shop({
    'products.csv': products,
    'events.csv': events,
    'etalage.config.js': { catalogue: 'products.csv', history: 'events.csv', ...config },
    ...files,
  })
  shop.json('build')
  return readFileSync(shop.path('shop.pack'))
}

const pack = packOf()

test('the same inputs give the same bytes', () => {
  assert.ok(pack.equals(packOf()))
})

test('the order of the lines in the catalogue and in a history with times does not change the bytes', () => {
  const reversed = ([header, ...lines]) => [header, ...lines.toReversed()]
  assert.ok(
    pack.equals(packOf({}, { 'products.csv': reversed(products), 'events.csv': reversed(events) })),
  )
})

test('the format of the files does not change the bytes', () => {
  const config = { history: 'events.csv.gz' }
  assert.ok(pack.equals(packOf(config, { 'events.csv.gz': gzipSync(events.join('\n')) })))
})

test('another seed gives other bytes', () => {
  assert.ok(!pack.equals(packOf({ seed: 2 })))
})
