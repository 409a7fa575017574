// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Cookiebot by a page script that keeps to its documented properties and events: it cannot be had without its servers.
import assert from 'node:assert/strict'
import test from 'node:test'
import { holdsOf } from './support/bannerContract.mjs'
import { script, untilConsent } from './support/bannerShop.mjs'

const cookiebot = ({ method = 'explicit' } = {}) => {
  const kept = JSON.parse(localStorage.getItem('cookiebot') ?? 'null')
  const fire = (name) => window.dispatchEvent(new Event(name))
  const none = { preferences: false, statistics: false, marketing: false }
  const api = {
    consent: { necessary: true, ...none, method: null, ...kept?.consent },
    consentUTC: kept && new Date(kept.time),
    hasResponse: kept !== null,
    renew: () => (window.renewed = true),
  }
  window.Cookiebot = api
  window.answer = (accepted) => {
    api.consent = { necessary: true, ...none, ...accepted, method }
    api.consentUTC = new Date()
    api.hasResponse = true
    const { consent, consentUTC } = api
    localStorage.setItem('cookiebot', JSON.stringify({ consent, time: consentUTC.getTime() }))
    fire('CookiebotOnConsentReady')
    fire(Object.values(accepted).includes(true) ? 'CookiebotOnAccept' : 'CookiebotOnDecline')
  }
  if (kept) fire('CookiebotOnConsentReady')
}
const all = { preferences: true, statistics: true, marketing: true }
const answer = (page, accepted) => page.evaluate((given) => window.answer(given), accepted)

const shop = await holdsOf({
  title: 'Cookiebot',
  name: 'cookiebot',
  html: script(cookiebot, {}),
  accept: (page) => answer(page, all),
  refuse: (page) => answer(page, {}),
  reopen: (page) => page.evaluate(() => window.Cookiebot.renew()),
})

test('Cookiebot: preferences personalise, statistics measure, and the record has the time', async () => {
  const { page } = await shop.visit({ banner: script(cookiebot, {}) })
  await answer(page, { preferences: true })
  await untilConsent(page, 'granted', 'denied')
  const [time, told] = await page.evaluate(() => [
    window.records.at(-1).time,
    window.Cookiebot.consentUTC.getTime(),
  ])
  assert.equal(time, told)
  await answer(page, { statistics: true })
  await untilConsent(page, 'denied', 'granted')
})

test('Cookiebot: the map of the shop goes before', async () => {
  const { page } = await shop.visit({
    banner: script(cookiebot, {}),
    consent: "{ map: { personalise: 'marketing' } }",
  })
  await answer(page, { preferences: true })
  await untilConsent(page, 'denied')
  await answer(page, { marketing: true, statistics: true })
  await untilConsent(page, 'granted')
})

test("Cookiebot: consent that was implied is nobody's, a refusal stays one", async () => {
  const { page } = await shop.visit({ banner: script(cookiebot, { method: 'implied' }) })
  await answer(page, { preferences: true })
  await untilConsent(page, 'unknown', 'denied')
})

test('Cookiebot: switching on where it refuses opens it', async () => {
  const { page } = await shop.visit({ banner: script(cookiebot, {}) })
  await answer(page, {})
  await untilConsent(page, 'denied')
  await page.evaluate(() => window.etalage.consent.set({ personalise: true }))
  await page.waitForFunction(() => window.renewed)
  await untilConsent(page, 'denied')
})

test('a banner that loads late with an answer, and fires no event, is found', async () => {
  const { page } = await shop.visit()
  await page.evaluate((consent) => {
    window.Cookiebot = { consent: { ...consent, method: 'explicit' }, hasResponse: true }
  }, all)
  await untilConsent(page, 'granted')
})

test('the banner of a shopper who comes back is heard before the package opens, not after the pack', async () => {
  const { page, context } = await shop.visit({ banner: script(cookiebot, {}) })
  await answer(page, all)
  await untilConsent(page, 'granted')
  const banners = context.waitForEvent('requestfinished', (request) =>
    request.url().endsWith('/banners.js'),
  )
  await context.route('**/shop.pack', async (route) => {
    await banners
    await route.continue()
  })
  await page.reload()
  await page.waitForFunction(() => window.etalage)
  assert.equal(await page.evaluate(() => window.atOpen), 'granted')
})

test('a banner that feeds Consent Mode as well is asked itself', async () => {
  const consentMode = () => {
    window.dataLayer = []
    window.gtag = function () {
      window.dataLayer.push(arguments)
    }
    const granted = { personalization_storage: 'granted', analytics_storage: 'granted' }
    window.gtag('consent', 'update', granted)
  }
  const { page } = await shop.visit({ banner: script(consentMode) + script(cookiebot, {}) })
  await untilConsent(page, 'unknown')
  await answer(page, { preferences: true })
  await untilConsent(page, 'granted', 'denied')
  assert.equal(await page.evaluate(() => window.records.at(-1).source), 'cookiebot')
})
