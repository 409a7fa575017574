// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The dataLayer: followed in all the shapes that shops push, and only for what the manifest asks for (P4).
import assert from 'node:assert/strict'
import test from 'node:test'
import { consenting, settled, stored } from './support/browser.mjs'

const exported = (page) => page.evaluate(() => window.etalage.profile.export())
const seen = async (page) =>
  (await exported(page)).events.map(({ event, items }) => [
    event,
    ...items.map(({ item_id }) => item_id),
  ])

test('objects, gtag arguments and GA4 parameters without ecommerce are all followed', async (t) => {
  const { page } = await consenting(t)
  await page.evaluate(() => {
    const layer = window.dataLayer
    function gtag() {
      layer.push(arguments)
    }
    layer.push({ event: 'view_item', ecommerce: { items: [{ item_id: 'object' }] } })
    gtag('event', 'view_item', { items: [{ item_id: 'gtag' }] })
    layer.push({ event: 'add_to_cart', items: [{ item_id: 4711 }] })
    layer.push(
      { event: 'view_item', ecommerce: { items: [{ item_id: 'two' }] } },
      { event: 'gtm.click' },
    )
  })
  assert.deepEqual(await seen(page), [
    ['view_item', 'object'],
    ['view_item', 'gtag'],
    ['add_to_cart', '4711'],
    ['view_item', 'two'],
  ])
})

test('nonsense in the dataLayer is ignored, an event with nonsense for products has none, and the page gets what push gives', async (t) => {
  const { shopper, page } = await consenting(t)
  const lengths = await page.evaluate(() => {
    const nonsense = [
      null,
      undefined,
      7,
      'event',
      [],
      {},
      { event: 7 },
      ['event', 'view_item'],
      { event: 'view_item' },
    ]
    nonsense.push(
      { event: 'view_item', ecommerce: null },
      { event: 'view_item', ecommerce: { items: 'all' } },
    )
    nonsense.push({
      event: 'view_item',
      ecommerce: { items: [null, {}, { item_id: {} }, { item_id: '' }] },
    })
    return nonsense.map((entry) => [window.dataLayer.push(entry), window.dataLayer.length])
  })
  for (const [given, length] of lengths) assert.equal(given, length)
  assert.deepEqual(await seen(page), Array(4).fill(['view_item']))
  assert.equal(await page.evaluate(() => window.etalage.status), 'on')
  assert.deepEqual(shopper.errors, [])
})

test('entries that stand in the dataLayer when the page opens are replayed under a standing consent', async (t) => {
  const { shopper, page } = await consenting(t)
  await shopper.context.addInitScript(() => {
    window.dataLayer = [{ event: 'view_item', ecommerce: { items: [{ item_id: 'early' }] } }]
  })
  await page.reload()
  await settled(page)
  assert.deepEqual(await seen(page), [['view_item', 'early']])
})

test('only what the manifest asks for is stored', async (t) => {
  const { page } = await consenting(t)
  await page.evaluate(() => {
    const item = {
      item_id: 'kept',
      item_name: 'canary-name',
      price: 1234.5,
      coupon: 'canary-coupon',
      quantity: 77,
    }
    window.dataLayer.push({
      event: 'view_item',
      ecommerce: { items: [item], currency: 'canary-currency' },
    })
    window.dataLayer.push({
      event: 'purchase',
      ecommerce: { items: [item], transaction_id: 'canary-order', value: 1 },
    })
    window.dataLayer.push({
      event: 'search',
      search_term: 'canary-search',
      ecommerce: { items: [item] },
    })
    window.dataLayer.push({ event: 'login', user_id: 'canary-user', items: [item] })
  })
  await page.evaluate(() => window.etalage.flush())
  const everything = JSON.stringify(await stored(page))
  assert.ok(everything.includes('kept'))
  assert.ok(!everything.includes('canary'))
  assert.deepEqual(await seen(page), [
    ['view_item', 'kept'],
    ['purchase', 'kept'],
    ['search', undefined], // a measure asks whether it found anything, not for what
  ])
})
