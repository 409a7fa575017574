// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What holds of every banner that the package knows: one set of tests, for each banner's own page and buttons.
import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { settled } from './browser.mjs'
import { openBannerShop, storedByEtalage, untilConsent } from './bannerShop.mjs'

const nothing = { databases: [], key: null }

/**
 * banner: { title; name, as in the record; html; consent, JavaScript, default 'auto'; files; accept(page), refuse(page); reopen(page), shows
 * it again, for acceptAgain and refuseAgain, where its buttons are others then }
 */
export async function holdsOf(banner) {
  const { title, name, html, consent = "'auto'", files, accept, refuse, reopen } = banner
  const { acceptAgain = accept, refuseAgain = refuse } = banner
  const shop = await openBannerShop({ after }, { files })
  const visit = () => shop.visit({ banner: html, consent })

  test(`${title}: before an answer nothing is known or stored; accepting grants, also after a reload`, async () => {
    const { page, errors } = await visit()
    await untilConsent(page, 'unknown')
    await page.evaluate(() => window.etalage.track('view_item', { items: [{ item_id: '2206' }] }))
    await page.evaluate(() => window.etalage.flush())
    assert.deepEqual(await storedByEtalage(page), nothing)
    await accept(page)
    await untilConsent(page, 'granted')
    const { personalise, measure, source } = await page.evaluate(() => window.records.at(-1))
    assert.deepEqual([personalise, measure, source], ['granted', 'granted', name])
    await page.reload()
    await settled(page)
    await untilConsent(page, 'granted')
    assert.deepEqual(await storedByEtalage(page), { databases: ['etalage'], key: null })
    assert.deepEqual(errors, [])
  })

  test(`${title}: refusing denies, also after a reload, and stores nothing`, async () => {
    const { page, errors } = await visit()
    await refuse(page)
    await untilConsent(page, 'denied')
    await page.reload()
    await settled(page)
    await untilConsent(page, 'denied')
    assert.deepEqual(await storedByEtalage(page), nothing)
    assert.deepEqual(errors, [])
  })

  test(`${title}: changing one's mind is followed, both ways, and a refusal empties the profile`, async () => {
    const { page, errors } = await visit()
    await accept(page)
    await untilConsent(page, 'granted')
    await page.evaluate(async () => {
      window.etalage.track('view_item', { items: [{ item_id: '2206' }] })
      await window.etalage.flush()
    })
    assert.equal((await page.evaluate(() => window.etalage.profile.view())).facts.length, 1)
    await reopen(page)
    await refuseAgain(page)
    await untilConsent(page, 'denied')
    await reopen(page)
    await acceptAgain(page)
    await untilConsent(page, 'granted')
    assert.deepEqual((await page.evaluate(() => window.etalage.profile.view())).facts, [])
    assert.deepEqual(errors, [])
  })

  test(`${title}: a banner that loads after the package is noticed`, async () => {
    const { page, errors } = await shop.visit({ consent })
    await untilConsent(page, 'unknown')
    await load(page, html)
    await accept(page)
    await untilConsent(page, 'granted')
    assert.deepEqual(errors, [])
  })

  return shop
}

/** As a tag manager would add it: one script after the other. */
async function load(page, html) {
  await page.evaluate(async (markup) => {
    const template = document.createElement('template')
    template.innerHTML = markup
    for (const node of [...template.content.children]) {
      const copy = document.createElement(node.localName)
      for (const { name, value } of node.attributes) copy.setAttribute(name, value)
      copy.textContent = node.textContent
      const done = node.src && new Promise((resolve) => (copy.onload = resolve))
      document.body.append(copy)
      await done
    }
  }, html)
}
