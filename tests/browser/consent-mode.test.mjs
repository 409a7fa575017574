// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Google Consent Mode v2 as gtag leaves it in the dataLayer, with a tag manager that wraps push.
import assert from 'node:assert/strict'
import test from 'node:test'
import { holdsOf } from './support/bannerContract.mjs'
import { script, untilConsent } from './support/bannerShop.mjs'

const gtag = ({ before = 'denied' } = {}) => {
  window.dataLayer = window.dataLayer ?? []
  window.gtag = function () {
    window.dataLayer.push(arguments)
  }
  const settings = (answer) => ({ personalization_storage: answer, analytics_storage: answer })
  window.gtag('consent', 'default', { ...settings(before), wait_for_update: 500 })
  window.answer = (answer) => {
    localStorage.setItem('answer', answer)
    window.gtag('consent', 'update', settings(answer))
  }
  const kept = localStorage.getItem('answer')
  if (kept) window.gtag('consent', 'update', settings(kept))
}
const answer = (page, given) => page.evaluate((value) => window.answer(value), given)

const shop = await holdsOf({
  title: 'Consent Mode',
  name: 'consent-mode',
  html: script(gtag, {}),
  accept: (page) => answer(page, 'granted'),
  refuse: (page) => answer(page, 'denied'),
  reopen: () => undefined,
})

test('Consent Mode: a default neither grants nor refuses', async () => {
  for (const before of ['granted', 'denied']) {
    const { page } = await shop.visit({ banner: script(gtag, { before }) })
    await untilConsent(page, 'unknown')
  }
})

test('Consent Mode: a dataLayer that is wrapped again, or put in place of the first, goes on working', async () => {
  const { page, errors } = await shop.visit({ banner: script(gtag, {}) })
  await answer(page, 'granted')
  await untilConsent(page, 'granted')
  const pushed = await page.evaluate(() => {
    const seen = []
    const inner = window.dataLayer.push
    window.dataLayer.push = function (...entries) {
      seen.push(...entries)
      return inner.apply(window.dataLayer, entries)
    }
    window.answer('denied')
    const length = window.dataLayer.push({ event: 'anything' })
    return [seen.length, length === window.dataLayer.length]
  })
  assert.deepEqual(pushed, [2, true])
  await untilConsent(page, 'denied')
  await page.evaluate(() => {
    window.dataLayer = []
    window.answer('granted')
  })
  await untilConsent(page, 'granted')
  assert.deepEqual(errors, [])
})

test('Consent Mode: what was left out of an update stays as it was', async () => {
  const { page } = await shop.visit({ banner: script(gtag, {}) })
  await page.evaluate(() =>
    window.gtag('consent', 'update', { personalization_storage: 'granted', ad_storage: 'denied' }),
  )
  await untilConsent(page, 'granted', 'unknown')
  await page.evaluate(() => window.gtag('consent', 'update', { analytics_storage: 'denied' }))
  await untilConsent(page, 'granted', 'denied')
})
