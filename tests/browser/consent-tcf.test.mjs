// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// IAB TCF with the real interface and real TC strings (npm @iabtcf/cmpapi, @iabtcf/core), behind three buttons.
import assert from 'node:assert/strict'
import test from 'node:test'
import { build } from 'esbuild'
import { repository } from '../../toolchain/paths.mjs'
import { holdsOf } from './support/bannerContract.mjs'
import { script, untilConsent } from './support/bannerShop.mjs'

const { outputFiles } = await build({
  stdin: {
    contents: `
      import { CmpApi } from '@iabtcf/cmpapi'
      import { GVL, TCModel, TCString } from '@iabtcf/core'
      window.iab = { CmpApi, GVL, TCModel, TCString }`,
    resolveDir: repository,
  },
  bundle: true,
  format: 'iife',
  write: false,
})

/** A CMP: it asks, keeps the TC string, and tells as the framework has it. */
const cmp = ({ publisher = true } = {}) => {
  const { CmpApi, GVL, TCModel, TCString } = window.iab
  const api = new CmpApi(300, 1, publisher)
  const list = { gvlSpecificationVersion: 3, vendorListVersion: 1, tcfPolicyVersion: 5 }
  const lists = { purposes: {}, specialPurposes: {}, features: {}, specialFeatures: {}, stacks: {} }
  const gvl = new GVL({ ...list, ...lists, lastUpdated: '2026-01-01T00:00:00Z', vendors: {} })
  window.choose = (purposes) => {
    const model = new TCModel(gvl)
    model.cmpId = 300
    model.cmpVersion = 1
    model.consentScreen = 1
    model.isServiceSpecific = publisher
    model.purposeConsents.set(purposes)
    model.publisherConsents.set(purposes)
    const segments = publisher ? undefined : ['core', 'vendorsDisclosed']
    const string = TCString.encode(model, segments && { segments })
    localStorage.setItem('tc', string)
    api.update(string, false)
  }
  window.ask = () => api.update(localStorage.getItem('tc') ?? '', true)
  if (localStorage.getItem('tc')) api.update(localStorage.getItem('tc'), false)
  else window.ask()
}
const library = '<script src="/iab.js"></script>'
const html = library + script(cmp, {})
const all = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
const choose = (page, purposes) => page.evaluate((chosen) => window.choose(chosen), purposes)

const shop = await holdsOf({
  title: 'IAB TCF',
  name: 'tcf',
  html,
  files: { '/iab.js': outputFiles[0].text },
  accept: (page) => choose(page, all),
  refuse: (page) => choose(page, []),
  reopen: (page) => page.evaluate(() => window.ask()),
})

test('IAB TCF: each purpose needs all of its numbers', async () => {
  const { page } = await shop.visit({ banner: html })
  await choose(page, [1, 5, 6])
  await untilConsent(page, 'granted', 'denied')
  await choose(page, [1, 5, 8, 9])
  await untilConsent(page, 'denied', 'granted')
})

test('IAB TCF: while the banner is open once more the last answer stands', async () => {
  const { page } = await shop.visit({ banner: html })
  await choose(page, all)
  await untilConsent(page, 'granted')
  await page.evaluate(() => window.ask())
  await untilConsent(page, 'granted')
})

test('IAB TCF: the time is the one in the TC string', async () => {
  const { page } = await shop.visit({ banner: html })
  await choose(page, all)
  await untilConsent(page, 'granted')
  const [time, told] = await page.evaluate(() => [
    window.records.at(-1).time,
    window.iab.TCString.decode(localStorage.getItem('tc')).lastUpdated.getTime(),
  ])
  assert.equal(time, told)
})

test('IAB TCF: a string that holds no answer for the publisher is unknown, not refused', async () => {
  const { page } = await shop.visit({ banner: library + script(cmp, { publisher: false }) })
  await choose(page, all)
  await untilConsent(page, 'unknown')
  await choose(page, [])
  await untilConsent(page, 'unknown')
})

test('IAB TCF: what comes before the banner is ready, or where GDPR does not apply, is no answer', async () => {
  const stub = () => {
    const listeners = []
    window.__tcfapi = (command, version, callback) => listeners.push(callback)
    window.tell = (data) => listeners.forEach((callback) => callback(data, true))
    window.listens = () => listeners.length > 0
  }
  const { page, errors } = await shop.visit({ banner: script(stub) })
  await page.waitForFunction(() => window.listens())
  const consents = { 1: true, 5: true, 6: true, 8: true, 9: true }
  for (const data of [
    { publisher: { consents } },
    { eventStatus: 'cmpuishown', publisher: { consents } },
    { eventStatus: 'tcloaded', gdprApplies: false, publisher: { consents } },
    { eventStatus: 'tcloaded', gdprApplies: true },
    { eventStatus: 'tcloaded', publisher: { consents: { 1: 'yes', 5: 1, 6: {} } } },
    null,
  ]) {
    await page.evaluate((told) => window.tell(told), data)
    await untilConsent(page, 'unknown')
  }
  await page.evaluate((told) => window.tell(told), {
    eventStatus: 'tcloaded',
    publisher: { consents },
  })
  await untilConsent(page, 'granted')
  assert.deepEqual(errors, [])
})

test('IAB TCF: the shop may name other purposes, and its own', async () => {
  const stub = () => {
    const consents = { 1: true }
    const publisher = { consents, customPurpose: { consents: { 2: true, 3: false } } }
    window.__tcfapi = (command, version, callback) =>
      callback({ eventStatus: 'tcloaded', publisher }, true)
  }
  const { page } = await shop.visit({
    banner: script(stub),
    consent: "{ source: 'tcf', map: { personalise: '1 custom:2', measure: '1 custom:3' } }",
  })
  await untilConsent(page, 'granted', 'denied')
})
