// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Shopify's Customer Privacy by a page script that keeps to its documented interface.
import test from 'node:test'
import { holdsOf } from './support/bannerContract.mjs'
import { script, untilConsent } from './support/bannerShop.mjs'

const shopify = () => {
  const unanswered = { marketing: '', analytics: '', preferences: '', sale_of_data: '' }
  let consent = JSON.parse(localStorage.getItem('shopify') ?? 'null') ?? unanswered
  const allowed = (name) => consent[name] !== 'no'
  window.Shopify = {
    customerPrivacy: {
      currentVisitorConsent: () => consent,
      // Where the region asks for no consent these say yes before anybody was asked.
      preferencesProcessingAllowed: () => allowed('preferences'),
      analyticsProcessingAllowed: () => allowed('analytics'),
    },
  }
  window.privacyBanner = { showPreferences: () => (window.shown = true) }
  window.answer = (answers) => {
    consent = { ...consent, ...answers }
    localStorage.setItem('shopify', JSON.stringify(consent))
    const detail = { analyticsAllowed: allowed('analytics') }
    document.dispatchEvent(new CustomEvent('visitorConsentCollected', { detail }))
  }
}
const answer = (page, preferences, analytics) =>
  page.evaluate((given) => window.answer(given), { preferences, analytics })

const shop = await holdsOf({
  title: 'Shopify',
  name: 'shopify',
  html: script(shopify),
  accept: (page) => answer(page, 'yes', 'yes'),
  refuse: (page) => answer(page, 'no', 'no'),
  reopen: (page) => page.evaluate(() => window.privacyBanner.showPreferences()),
})

test('Shopify: the two purposes are two answers', async () => {
  const { page } = await shop.visit({ banner: script(shopify) })
  await answer(page, 'yes', 'no')
  await untilConsent(page, 'granted', 'denied')
})
