// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The WP Consent API by a page script that keeps to its interface, and a consent plugin that feeds it.
import test from 'node:test'
import { holdsOf } from './support/bannerContract.mjs'
import { script, untilConsent } from './support/bannerShop.mjs'

const wordpress = ({ type = 'optin' } = {}) => {
  window.consent_api = { cookie_prefix: 'wp_consent' }
  window.wp_consent_type = type
  window.consent_api_get_cookie = (name) =>
    (document.cookie.split('; ').find((cookie) => cookie.startsWith(`${name}=`)) ?? '=').split(
      '=',
    )[1]
  window.wp_has_consent = (category) => {
    const value = window.consent_api_get_cookie(`wp_consent_${category}`)
    if (!window.wp_consent_type) return true
    return value === 'allow' || (value === '' && window.wp_consent_type.includes('optout'))
  }
  window.answer = (categories) => {
    for (const [category, value] of Object.entries(categories)) {
      document.cookie = `wp_consent_${category}=${value};path=/`
      const detail = { [category]: value }
      document.dispatchEvent(new CustomEvent('wp_listen_for_consent_change', { detail }))
    }
  }
  document.dispatchEvent(new CustomEvent('wp_consent_type_defined'))
}
const answer = (page, preferences, statistics) =>
  page.evaluate((given) => window.answer(given), { preferences, statistics })

const shop = await holdsOf({
  title: 'WP Consent API',
  name: 'wordpress',
  html: script(wordpress, {}),
  accept: (page) => answer(page, 'allow', 'allow'),
  refuse: (page) => answer(page, 'deny', 'deny'),
  reopen: () => undefined,
})

test("WP Consent API: yes by default is nobody's consent", async () => {
  const { page } = await shop.visit({ banner: script(wordpress, { type: 'optout' }) })
  await untilConsent(page, 'unknown')
  await answer(page, 'allow', 'deny')
  await untilConsent(page, 'granted', 'denied')
})
