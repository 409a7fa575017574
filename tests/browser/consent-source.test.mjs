// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The consent option itself: which part of the package is loaded for it, and what is no answer.
import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { openBannerShop, storedByEtalage, untilConsent } from './support/bannerShop.mjs'

const shop = await openBannerShop({ after })

/** What was fetched of the package for a page with this option. */
async function fetched(consent) {
  const { page } = await shop.visit({ consent })
  return page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1)),
  )
}

test('a shop with an answer or a source of its own does not load the banners', async () => {
  for (const consent of ['{ personalise: true }', '{ read: () => ({}) }']) {
    assert.ok(!(await fetched(consent)).includes('banners.js'), consent)
  }
  assert.ok((await fetched(undefined)).includes('banners.js'))
})

test('where the banners cannot be loaded consent stays unknown, and the console says so once', async () => {
  const { page, context, said, errors } = await shop.visit({ consent: '{ personalise: true }' })
  await context.route('**/banners.js', (route) => route.abort())
  await page.evaluate(async () => {
    await window.etalage.close()
    const { openEtalage } = await import('/etalage/index.js')
    window.etalage = await openEtalage({ pack: '/pack/shop.pack', consent: 'auto' })
    await window.etalage.consent.set({ personalise: true })
  })
  await untilConsent(page, 'unknown')
  assert.equal(said.filter((text) => text.includes('banners.js could not be loaded')).length, 1)
  assert.deepEqual(errors, [])
})

test('a source that is not known is named, with those that are', async () => {
  const { page, said } = await shop.visit({ consent: "{ source: 'cookiebt', map: {} }" })
  await untilConsent(page, 'unknown')
  assert.match(
    said.join('\n'),
    /consent\.source "cookiebt" is not known: expected one of cookiebot/,
  )
})

test('what is neither yes nor no is no answer, and a source that fails gives none', async () => {
  for (const consent of [
    "{ personalise: 'denied', measure: null }",
    "{ read: () => ({ personalise: 'granted', measure: 1 }) }",
    '{ read: () => null }',
    "{ read: () => { throw new Error('broken') }, name: 7 }",
    "{ read: () => ({}), subscribe: () => { throw new Error('broken') } }",
    '{ read: () => ({}), subscribe: () => 7 }',
    'null',
    'true',
  ]) {
    const { page, errors } = await shop.visit({ consent })
    await untilConsent(page, 'unknown')
    await page.evaluate(() => window.etalage.consent.set({ personalise: true }))
    assert.equal(await page.evaluate(() => window.etalage.status), 'on', consent)
    await page.evaluate(() => window.etalage.close())
    assert.deepEqual(errors, [], consent)
    assert.deepEqual(await storedByEtalage(page), { databases: [], key: null }, consent)
  }
})

test('banners that fail in every way never reach the page', async () => {
  const hostile = () => {
    window.looks = 0
    const fails = () => {
      ++window.looks
      throw new Error('broken banner')
    }
    for (const name of ['Cookiebot', 'OneTrust', 'CookieConsent', 'Shopify']) {
      Object.defineProperty(window, name, { get: fails })
    }
    window.klaro = { getManager: fails, addEventListener: fails, show: fails }
    window.__tcfapi = fails
    window.wp_has_consent = fails
    window.dataLayer = Object.freeze([null, 7, 'consent', ['consent', 'update', null]])
  }
  const { page, errors } = await shop.visit({ before: hostile, options: '{ dataLayer: false }' })
  await untilConsent(page, 'unknown')
  await page.evaluate(() => window.etalage.consent.set({ personalise: true }))
  const looks = await page.evaluate(() => window.looks)
  await page.waitForFunction((before) => window.looks > before, looks + 20)
  await page.evaluate(() => window.etalage.close())
  assert.deepEqual(errors, [])
})
