// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The shop window arranges itself: what the shopper does shows, lasts, and goes when they say so.
import assert from 'node:assert/strict'
import test from 'node:test'
import { consentTo, openShop, paintedIn, settled, shownIn, stored } from './support/browser.mjs'

const garden = ['2206', '2202', '2307']
const inGarden = (items) => items.filter(({ category }) => category.startsWith('garden')).length

async function gardener(shop) {
  const shopper = await shop.shopper()
  const page = await shopper.open('/nl/')
  const bestsellers = await shownIn(page, 'home')
  await consentTo(page, 'accept')
  for (const id of garden) await shopper.visit(page, `/nl/p/${id}/`)
  await shopper.visit(page, '/nl/')
  return { shopper, page, bestsellers }
}

test('after three garden products the home slot shows garden products', async (t) => {
  const { shopper, page, bestsellers } = await gardener(await openShop(t))
  const items = await shownIn(page, 'home')
  assert.equal(items.length, 8)
  assert.ok(inGarden(items) >= 6, JSON.stringify(items))
  assert.ok(inGarden(items) > inGarden(bestsellers))
  assert.ok(items.every(({ id }) => !garden.includes(id)))
  assert.deepEqual(
    await paintedIn(page, 'home'),
    items.map(({ id }) => id),
  )
  assert.deepEqual(shopper.errors, [])
})

test('it still does after a reload, and in a second tab', async (t) => {
  const { shopper, page } = await gardener(await openShop(t))
  const items = await shownIn(page, 'home')
  await page.reload()
  await settled(page)
  assert.deepEqual(await shownIn(page, 'home'), items)
  assert.deepEqual(await shownIn(await shopper.open('/nl/'), 'home'), items)
})

test('after erase no record is left and the slot shows bestsellers', async (t) => {
  const { page, bestsellers } = await gardener(await openShop(t))
  const erasure = await page.evaluate(() => window.etalage.profile.erase())
  assert.deepEqual(erasure, { complete: true, left: [] })
  const { events, queue, ledger, meta } = (await stored(page)).databases.etalage
  assert.deepEqual({ events, queue, ledger }, { events: [], queue: [], ledger: [] })
  assert.equal(meta.length, 1) // the generation: random, and new
  assert.deepEqual(await shownIn(page, 'home'), bestsellers)
  await page.reload()
  await settled(page)
  assert.deepEqual(await shownIn(page, 'home'), bestsellers)
})

test('a purchase counts once, however often its page is loaded', async (t) => {
  const shopper = await (await openShop(t)).shopper()
  const page = await shopper.open('/nl/p/2206/')
  await consentTo(page, 'accept')
  const buy = () =>
    page.evaluate(() =>
      window.dataLayer.push({
        event: 'purchase',
        ecommerce: {
          transaction_id: 'ORDER-4711',
          value: 99.5,
          items: [{ item_id: '2206', price: 99.5 }],
        },
      }),
    )
  await buy()
  await buy()
  await page.reload()
  await settled(page)
  await buy()
  await page.evaluate(() => window.etalage.flush())
  const { events } = await page.evaluate(() => window.etalage.profile.export())
  assert.equal(events.filter(({ event }) => event === 'purchase').length, 1)
  const bytes = JSON.stringify((await stored(page)).databases.etalage)
  assert.ok(bytes.includes('2206'))
  assert.ok(!bytes.includes('ORDER-4711'))
})

test('a purchase counts once, though its page tells it before the profile is read', async (t) => {
  const shopper = await (await openShop(t)).shopper()
  const page = await shopper.open('/nl/')
  await consentTo(page, 'accept')
  await shopper.context.addInitScript(() => {
    const ecommerce = { transaction_id: 'ORDER-4711', items: [{ item_id: '2206' }] }
    window.dataLayer = [{ event: 'purchase', ecommerce }]
  })
  for (let visits = 0; visits < 3; ++visits) {
    await page.reload()
    await settled(page)
  }
  const { events } = await page.evaluate(() => window.etalage.profile.export())
  assert.deepEqual(
    events.map(({ event }) => event),
    ['purchase'],
  )
})

test('a product that was put into the cart is still among those looked at', async (t) => {
  const shopper = await (await openShop(t)).shopper()
  const page = await shopper.open('/nl/')
  await consentTo(page, 'accept')
  await page.evaluate(() => {
    for (const name of ['view_item', 'add_to_cart'])
      window.etalage.track(name, { items: [{ item_id: '2206' }] })
  })
  assert.deepEqual(
    (await shownIn(page, 'recent')).map(({ id }) => id),
    ['2206'],
  )
})

test('without the package the storefront shows its own window', async (t) => {
  const shopper = await (await openShop(t)).shopper()
  await shopper.context.route('**/shop.pack', (route) => route.abort())
  const page = await shopper.open('/nl/')
  assert.equal(await page.evaluate(() => window.etalage.status), 'off')
  assert.equal((await paintedIn(page, 'home')).length, 8)
  await shopper.visit(page, '/nl/p/2206/')
  await page.locator('form[data-add], form:has(button.button)').first().waitFor()
})
