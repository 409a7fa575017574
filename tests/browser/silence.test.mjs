// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// P1: silence before consent.
import assert from 'node:assert/strict'
import test from 'node:test'
import { consentTo, openShop, settled, shownIn, stored } from './support/browser.mjs'

const nothing = { databases: {}, localStorage: {}, sessionStorage: {}, cookies: '' }

test('before consent nothing is stored, whatever the shopper looks at', async (t) => {
  const shopper = await (await openShop(t)).shopper()
  const page = await shopper.open('/nl/')
  for (const path of [
    '/nl/p/2206/',
    '/nl/p/2202/',
    '/nl/c/garden/',
    '/nl/search/?q=tuin',
    '/nl/',
  ]) {
    await shopper.visit(page, path)
    assert.deepEqual(await stored(page), nothing, path)
  }
  assert.deepEqual(await shopper.context.cookies(), [])
  assert.equal(await page.evaluate(() => window.etalage.status), 'on')
})

test('before consent the only requests are for static files', async (t) => {
  const shopper = await (await openShop(t)).shopper()
  const page = await shopper.open('/nl/')
  await shopper.visit(page, '/nl/p/2206/')
  assert.ok(shopper.requests.some((request) => request.endsWith('/etalage/shop.pack')))
  const pageFiles =
    /^GET \/(nl\/[^?]*|assets\/[\w.-]+|etalage\/(shop\.pack|live\.json)|img\/[\w.-]+|data\/[\w.]+\.json|favicon\S*)$/
  assert.deepEqual(
    shopper.requests.filter((request) => !pageFiles.test(request)),
    [],
  )
})

test('before consent slots follow from the page alone, and from nothing that came before', async (t) => {
  const shopper = await (await openShop(t)).shopper()
  const page = await shopper.open('/nl/')
  const bestsellers = await shownIn(page, 'home')
  assert.ok(bestsellers.length > 0)
  assert.ok(bestsellers.every(({ reason }) => reason.startsWith('bestseller')))
  await shopper.visit(page, '/nl/p/2206/')
  assert.ok((await shownIn(page, 'product')).some(({ reason }) => reason === 'similar'))
  await shopper.visit(page, '/nl/')
  assert.deepEqual(await shownIn(page, 'home'), bestsellers)
})

test('refusing stores nothing but the refusal that the shop itself keeps', async (t) => {
  const shopper = await (await openShop(t)).shopper()
  const page = await shopper.open('/nl/p/2206/')
  await consentTo(page, 'refuse')
  await page.reload()
  await settled(page)
  const { databases, localStorage, sessionStorage, cookies } = await stored(page)
  assert.deepEqual(
    { databases, sessionStorage, cookies },
    { databases: {}, sessionStorage: {}, cookies: '' },
  )
  assert.deepEqual(Object.keys(localStorage), ['shop-consent'])
})

test('what was seen before the grant is not kept, but for the page that is open', async (t) => {
  const shopper = await (await openShop(t)).shopper()
  const page = await shopper.open('/nl/p/2206/')
  await shopper.visit(page, '/nl/p/5001/')
  await consentTo(page, 'accept')
  const { facts } = await page.evaluate(() => window.etalage.profile.view())
  assert.deepEqual(
    facts.map(({ id }) => id),
    ['view_item:5001'],
  )
})
