// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// P2: two purposes, each revocable at once, in every tab.
import assert from 'node:assert/strict'
import { openCornerShop } from '../corner-shop/openCornerShop.mjs'
import {
  agree,
  choose,
  enter,
  look,
  nothing,
  numbered,
  seen,
  settled,
  stored,
  visit,
} from '../corner-shop/shopper.mjs'
import { eachEngine } from '../engines/eachEngine.mjs'

/** Two tabs of a shopper who has agreed and looked at two products. */
async function twoTabs(t, browser, { second = '' } = {}) {
  const shop = await openCornerShop(t, { before: deaf })
  const one = await enter(t, browser, shop.url)
  await agree(one)
  await look(one, ['2206', '2202'])
  const two = await enter(t, browser, shop.url + second)
  assert.deepEqual(await seen(two), ['2206', '2202'])
  return { shop, one, two }
}

/** With ?deaf the page hears nothing of other tabs: as one that was frozen, or that is slow. */
function deaf() {
  if (!location.search.includes('deaf')) return
  delete window.BroadcastChannel
  addEventListener('storage', (event) => event.stopImmediatePropagation(), true)
}

const become = (tab, answer) =>
  tab.waitFor((wanted) => window.etalage.consent.state.personalise === wanted, answer)

const track = (tab, ids) =>
  tab.evaluate((items) => {
    for (const item_id of items) window.etalage.track('view_item', { items: [{ item_id }] })
  }, ids)

async function isEmpty(tab) {
  assert.deepEqual(await seen(tab), [])
  const { since, facts } = await tab.evaluate(() => window.etalage.profile.view())
  assert.deepEqual({ since, facts }, { since: null, facts: [] })
  const { items, personal } = await tab.evaluate(() => window.etalage.recommend('home'))
  assert.equal(personal, false)
  assert.ok(items.every(({ reason }) => !reason.code.startsWith('because')))
}

/** Nothing is stored but what says that they refused. */
async function storesOnly(tab, localStorage) {
  await tab.waitFor(async () => (await indexedDB.databases()).length === 0)
  assert.deepEqual(await stored(tab), { ...nothing, localStorage })
}

const agreed = '{"personalise":true,"measure":true}'
const refused = '{"personalise":false,"measure":false}'

eachEngine((test) => {
  test("the shopper's own refusal in one tab empties both, and deletes what was stored", async (t, browser) => {
    const { one, two } = await twoTabs(t, browser)
    await one.evaluate(() => window.etalage.consent.set({ personalise: false }))
    await isEmpty(one)
    await become(two, 'denied')
    await isEmpty(two)
    for (const tab of [one, two]) await look(tab, ['2203'])
    await storesOnly(one, { etalage: 'personalise', 'shop-consent': agreed })
  })

  test("the banner's refusal in one tab empties both, and deletes what was stored", async (t, browser) => {
    const { one, two } = await twoTabs(t, browser)
    await choose(two, { personalise: false, measure: false })
    await isEmpty(two)
    await become(one, 'denied')
    await isEmpty(one)
    for (const tab of [one, two]) await look(tab, ['2203'])
    await storesOnly(two, { 'shop-consent': refused })
  })

  test('an answer that is taken back freezes both tabs, and deletes nothing', async (t, browser) => {
    const { shop, one, two } = await twoTabs(t, browser)
    const before = await stored(one)
    await choose(one)
    await become(two, 'unknown')
    for (const tab of [one, two]) {
      await isEmpty(tab)
      await look(tab, ['2203'])
    }
    assert.deepEqual((await stored(two)).databases, before.databases)
    await visit(one, shop.url)
    await isEmpty(one)
    await agree(one)
    await become(two, 'granted')
    await settled(two)
    for (const tab of [one, two]) assert.deepEqual(await seen(tab), ['2206', '2202'])
  })

  test('a tab that hears nothing of the refusal asks before it writes', async (t, browser) => {
    const { one, two } = await twoTabs(t, browser, { second: '?deaf' })
    await one.evaluate(() => window.etalage.consent.set({ personalise: false }))
    await one.waitFor(async () => (await indexedDB.databases()).length === 0)
    await look(two, ['2203', '2204'])
    await storesOnly(one, { etalage: 'personalise', 'shop-consent': agreed })
  })

  test('what a tab was still writing when another refused is not stored after', async (t, browser) => {
    const { one, two } = await twoTabs(t, browser)
    await track(two, numbered(100))
    await one.evaluate(() => window.etalage.consent.set({ personalise: false }))
    await become(two, 'denied')
    await two.evaluate(() => window.etalage.flush())
    await isEmpty(two)
    await storesOnly(two, { etalage: 'personalise', 'shop-consent': agreed })
  })

  test('after a refusal that is lifted the profile begins anew, in both tabs', async (t, browser) => {
    const { one, two } = await twoTabs(t, browser)
    await one.evaluate(() => window.etalage.consent.set({ personalise: false }))
    await become(two, 'denied')
    await one.evaluate(() => window.etalage.consent.set({ personalise: true }))
    await become(two, 'granted')
    for (const tab of [one, two]) {
      await settled(tab)
      assert.deepEqual(await seen(tab), [])
    }
    await look(one, ['2203'])
    await two.front()
    await two.waitFor(async () => (await window.etalage.profile.export()).events.length === 1)
    assert.deepEqual(await seen(two), ['2203'])
  })

  test("the shopper's refusal survives a reload and an erase, and lifting it does not override the banner", async (t, browser) => {
    const { shop, one } = await twoTabs(t, browser)
    const answer = () => one.evaluate(() => window.etalage.consent.state.personalise)
    await one.evaluate(() => window.etalage.consent.set({ personalise: false }))
    const erasure = await one.evaluate(() => window.etalage.profile.erase())
    assert.equal(erasure.complete, true)
    assert.equal(erasure.left.length, 1)
    await visit(one, shop.url)
    assert.equal(await answer(), 'denied')
    await one.evaluate(() => window.etalage.consent.set({ personalise: true }))
    assert.equal(await answer(), 'granted')
    await choose(one, { personalise: false, measure: false })
    await one.evaluate(() => window.etalage.consent.set({ personalise: true }))
    assert.equal(await answer(), 'denied')
  })

  test('refusing to be measured leaves the profile, and refusing that leaves the other answer', async (t, browser) => {
    const { one, two } = await twoTabs(t, browser)
    await one.evaluate(() => window.etalage.consent.set({ measure: false }))
    await two.waitFor(() => window.etalage.consent.state.measure === 'denied')
    for (const tab of [one, two]) assert.deepEqual(await seen(tab), ['2206', '2202'])
    await one.evaluate(() => window.etalage.consent.set({ measure: true, personalise: false }))
    await become(two, 'denied')
    assert.equal(await two.evaluate(() => window.etalage.consent.state.measure), 'granted')
  })
})
