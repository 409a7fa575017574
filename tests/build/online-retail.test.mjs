// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The history of a real shop: 541,909 lines of invoices of a gift shop.
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { invoices } from './publicData.mjs'
import { Shop } from './shop.mjs'

const data = fileURLToPath(
  new URL('../../../shared/data/online-retail/online-retail.csv.gz', import.meta.url),
)
const skip =
  !existsSync(data) && 'the data lies beside the repository, in ../shared/data/online-retail'

test('a pack from the history of a real shop beats bestsellers clearly', { skip }, () => {
  const shop = new Shop({
    'etalage.config.js': {
      history: { ...invoices.history, path: data },
      slots: { home: { strategy: 'for-you', fallback: ['bestsellers'] } },
    },
  })
  const { history, quality, products, vectors, bytesPerItem } = shop.json('build')
  assert.equal(history.lines, 541_909)
  assert.equal(history.used + history.leftOut, history.lines)
  assert.equal(history.leftOut, 10_624, 'lines of returned pieces')
  assert.ok(
    vectors > 3000 && vectors <= products,
    `${vectors} of ${products} products have a vector`,
  )
  assert.ok(bytesPerItem <= 100, `${bytesPerItem} bytes a product for scoring`)
  assert.equal(quality.heldOut.to, '2011-12-09')
  assert.ok(quality.heldOut.sessions >= 0.05 * history.sessions)
  for (const kind of ['all', 'new']) {
    assert.ok(quality[kind].hr20 > 5 * quality.baseline[kind].hr20, JSON.stringify(quality))
    assert.ok(quality[kind].mrr20 > 5 * quality.baseline[kind].mrr20, JSON.stringify(quality))
  }
})
