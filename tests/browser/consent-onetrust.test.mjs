// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// OneTrust by a page script that keeps to its documented globals, methods and events.
import test from 'node:test'
import { holdsOf } from './support/bannerContract.mjs'
import { script, untilConsent } from './support/bannerShop.mjs'

const onetrust = ({ model = 'opt-in', always = ['C0001'] } = {}) => {
  const kept = localStorage.getItem('onetrust')
  const show = (groups) => {
    window.OnetrustActiveGroups = `,${groups.join(',')},`
    window.dispatchEvent(new CustomEvent('OneTrustGroupsUpdated', { detail: groups }))
  }
  // Before it is ready there is an object of that name with settings in it.
  window.OneTrust = { geolocationResponse: {} }
  window.OneTrust = {
    IsAlertBoxClosed: () => localStorage.getItem('onetrust') !== null,
    GetDomainData: () => ({
      ConsentModel: { Name: model },
      Groups: ['C0001', 'C0002', 'C0003'].map((CustomGroupId) => ({ CustomGroupId })),
    }),
    ToggleInfoDisplay: () => undefined,
  }
  window.answer = (groups) => {
    localStorage.setItem('onetrust', groups.join(','))
    show([...always, ...groups])
    window.dispatchEvent(new Event('OTConsentApplied'))
  }
  show([...always, ...(kept ? kept.split(',') : [])])
}
const consent = "{ map: { personalise: 'C0003', measure: 'C0002' } }"
const answer = (page, groups) => page.evaluate((given) => window.answer(given), groups)

const shop = await holdsOf({
  title: 'OneTrust',
  name: 'onetrust',
  html: script(onetrust, {}),
  consent,
  accept: (page) => answer(page, ['C0002', 'C0003']),
  refuse: (page) => answer(page, []),
  reopen: (page) => page.evaluate(() => window.OneTrust.ToggleInfoDisplay()),
})

test("OneTrust: groups that are active of themselves are nobody's consent", async () => {
  const settings = { model: 'opt-out', always: ['C0001', 'C0003'] }
  const { page } = await shop.visit({ banner: script(onetrust, settings), consent })
  await untilConsent(page, 'unknown')
  await answer(page, [])
  await untilConsent(page, 'unknown', 'denied')
})
