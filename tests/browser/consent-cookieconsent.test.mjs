// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// CookieConsent v3 itself (npm vanilla-cookieconsent), clicked through.
import assert from 'node:assert/strict'
import test from 'node:test'
import { holdsOf } from './support/bannerContract.mjs'
import { script, untilConsent } from './support/bannerShop.mjs'

const run = (settings) =>
  window.CookieConsent.run({
    hideFromBots: false,
    categories: { necessary: { readOnly: true }, tailored: {}, counted: {} },
    language: {
      default: 'en',
      translations: {
        en: {
          consentModal: { title: 'May we?', acceptAllBtn: 'Yes', acceptNecessaryBtn: 'No' },
          preferencesModal: { acceptAllBtn: 'All', acceptNecessaryBtn: 'None', sections: [] },
        },
      },
    },
    ...settings,
  })
const library =
  '<link rel="stylesheet" href="/npm/vanilla-cookieconsent/dist/cookieconsent.css">' +
  '<script src="/npm/vanilla-cookieconsent/dist/cookieconsent.umd.js"></script>'
const consent = "{ map: { personalise: 'tailored', measure: 'counted' } }"
const click = (page, role) => page.locator(`.cm__btn[data-role=${role}]`).click()
const clickSetting = (page, role) => page.locator(`.pm__btn[data-role=${role}]`).click()

const shop = await holdsOf({
  title: 'CookieConsent',
  name: 'cookieconsent',
  html: library + script(run, {}),
  consent,
  accept: (page) => click(page, 'all'),
  refuse: (page) => click(page, 'necessary'),
  reopen: (page) => page.evaluate(() => window.CookieConsent.showPreferences()),
  acceptAgain: (page) => clickSetting(page, 'all'),
  refuseAgain: (page) => clickSetting(page, 'necessary'),
})

test('CookieConsent: the record has the time of the click and the number of the text', async () => {
  const begun = Date.now()
  const html = library + script(run, { revision: 3 })
  const { page } = await shop.visit({ banner: html, consent, options: "{ consentVersion: '3' }" })
  await click(page, 'all')
  await untilConsent(page, 'granted')
  const { version, time } = await page.evaluate(() => window.records.at(-1))
  assert.equal(version, '3')
  assert.ok(time >= begun - 1000 && time <= Date.now(), String(time))
})

test('CookieConsent: consent to another text than the one in force does not count', async () => {
  const html = library + script(run, { revision: 3 })
  const { page } = await shop.visit({ banner: html, consent, options: "{ consentVersion: '4' }" })
  await click(page, 'all')
  await page.waitForFunction(() => window.CookieConsent.validConsent())
  await untilConsent(page, 'unknown')
})

test('CookieConsent: without a map nothing is known, and the console says once which categories there are', async () => {
  const { page, said } = await shop.visit({ banner: library + script(run, {}), consent: "'auto'" })
  await click(page, 'all')
  await page.waitForFunction(() => window.CookieConsent.validConsent())
  await untilConsent(page, 'unknown')
  const messages = said.filter((text) => text.startsWith('etalage'))
  assert.equal(messages.length, 1, messages.join('\n'))
  assert.match(messages[0], /CookieConsent: no category is named for personalise.*tailored/)
})

test('CookieConsent: a category that it does not have is unknown, not refused', async () => {
  const { page, said } = await shop.visit({
    banner: library + script(run, {}),
    consent: "{ map: { personalise: 'tailord', measure: 'counted' } }",
  })
  await click(page, 'all')
  await untilConsent(page, 'unknown', 'granted')
  assert.match(said.join('\n'), /no category "tailord" for personalise/)
})

test('CookieConsent: switching on where the banner refuses overrides nothing, and opens it', async () => {
  const { page } = await shop.visit({ banner: library + script(run, {}), consent })
  await click(page, 'necessary')
  await untilConsent(page, 'denied')
  await page.evaluate(() => window.etalage.consent.set({ personalise: true }))
  await untilConsent(page, 'denied')
  await clickSetting(page, 'all')
  await untilConsent(page, 'granted')
})
