// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// A shop of 100,000 products, all of which somebody looked at: 400,000 events.
import assert from 'node:assert/strict'
import test from 'node:test'
import { largeShopProduct } from '../build/largeShopProduct.mjs'
import { Shop } from '../build/shop.mjs'
import { shopWindow } from '../build/shopWindow.mjs'

const products = 100_000

/** Four products that go together: four sessions hold them. */
const together = (s) =>
  Array.from({ length: 4 }, (_, k) => `p${(Math.floor(s / 4) * 4 + k * k * 37) % products}`)

test('a shop of 100,000 products with their history becomes a pack within the budget', async (t) => {
  const lines = Array.from({ length: products }, (_, s) =>
    together(s).map((id) => `s${s},${id}`),
  ).flat()
  const shop = new Shop({
    'products.jsonl': Array.from({ length: products }, (_, i) =>
      JSON.stringify(largeShopProduct(i)),
    ),
    'events.csv': ['session,item_id', ...lines],
    'etalage.config.js': {
      catalogue: 'products.jsonl',
      history: 'events.csv',
      slots: { home: { strategy: 'for-you', fallback: ['bestsellers'] } },
    },
  })
  const report = shop.json('build')
  t.diagnostic(
    `${report.bytes} bytes, ${report.bytesPerItem} a product for scoring, ${report.seconds.total} s`,
  )
  assert.deepEqual([report.products, report.history.matched], [products, 4 * products])
  assert.ok(report.bytesPerItem <= 100)
  const [seen, ...others] = together(2000)
  const shown = await shopWindow(shop, [seen])
  for (const id of others) assert.ok(shown.includes(id), `${id} in ${shown}`)
})
