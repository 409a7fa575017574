// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Klaro itself (npm klaro), clicked through.
import test from 'node:test'
import { holdsOf } from './support/bannerContract.mjs'
import { script, untilConsent } from './support/bannerShop.mjs'

const configure = () => {
  window.klaroConfig = {
    services: [
      { name: 'window', purposes: ['tailored'] },
      { name: 'count', purposes: ['counted'] },
    ],
    translations: { en: { purposes: { tailored: 'Tailored', counted: 'Counted' } } },
    acceptAll: true,
  }
}
const html = script(configure) + '<script src="/npm/klaro/dist/klaro.js"></script>'
const consent = "{ map: { personalise: 'window', measure: 'count' } }"
const accept = (page) =>
  page.locator('.klaro :is(.cm-btn-accept-all, .cn-ok .cm-btn-success)').click()

/** In its settings: the switch for all, and saved. */
async function toggleAll(page) {
  await page.locator('.klaro input[id*=disableAll]').evaluate((toggle) => toggle.click())
  await page.locator('.klaro .cm-btn-accept').click()
}

const shop = await holdsOf({
  title: 'Klaro',
  name: 'klaro',
  html,
  consent,
  accept,
  refuse: (page) => page.locator('.klaro .cn-decline').click(),
  reopen: (page) => page.evaluate(() => window.klaro.show(undefined, true)),
  acceptAgain: toggleAll,
  refuseAgain: toggleAll,
})

test('Klaro: a switch that is tried out and not saved changes nothing', async () => {
  const { page } = await shop.visit({ banner: html, consent })
  await accept(page)
  await untilConsent(page, 'granted')
  await page.evaluate(() => window.klaro.getManager().updateConsent('window', false))
  await untilConsent(page, 'granted')
  await page.evaluate(() => window.klaro.getManager().saveAndApplyConsents('save'))
  await untilConsent(page, 'denied', 'granted')
})
