// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// P2: two purposes, each revocable at once, in every tab.
import assert from 'node:assert/strict'
import { measured } from '../corner-shop/measured.mjs'
import { openCornerShop } from '../corner-shop/openCornerShop.mjs'
import {
  agree,
  choose,
  enter,
  leave,
  look,
  nothing,
  numbered,
  seen,
  settled,
  stay,
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

/** A shopper who has answered four questions; the answers wait. */
async function answered(t, browser) {
  const shop = await openCornerShop(t, { before: measured })
  const tab = await enter(t, browser, `${shop.url}?hold`)
  await agree(tab)
  await look(tab, [canary])
  await stay(tab)
  const { queue, ledger } = await reportsOf(tab)
  assert.equal(queue.length, 4)
  return { shop, tab, ledger }
}

/** A product that no other test knows. */
const canary = 'canary-9c41'
const hasCanary = async (tab) => JSON.stringify((await stored(tab)).databases).includes(canary)
const day = 86_400_000
const reportsOf = (tab) => tab.evaluate(() => window.measured())
const own = (tab) => tab.evaluate(() => localStorage.getItem('etalage'))

/** On a page where nothing has to wait: comes, stays, goes, and comes once more. */
async function comeAgain(shop, tab, ahead = 1_800_000) {
  await tab.front()
  await visit(tab, `${shop.url}?ahead=${ahead}`)
  await stay(tab)
  await tab.waitFor(async () => (await window.measured()).queue.length === 0)
  await visit(tab, `${shop.url}?ahead=${ahead + 900_000}`)
  await tab.evaluate(() => fetch('/').then(() => undefined))
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
  for (const [who, withdraw, lift] of [
    [
      'the shopper',
      () => window.etalage.consent.set({ measure: false }),
      () => window.etalage.consent.set({ measure: true }),
    ],
    [
      'the banner',
      () => window.banner.choose({ personalise: true, measure: false }),
      () => window.banner.choose({ personalise: true, measure: true }),
    ],
  ]) {
    test(`what waits to be sent is dropped at once when ${who} withdraws, and what was answered is not answered again`, async (t, browser) => {
      const { shop, tab } = await answered(t, browser)
      const other = await enter(t, browser, `${shop.url}?hold&ahead=900000`)
      await tab.evaluate(withdraw)
      await other.waitFor(() => window.etalage.consent.state.measure === 'denied')
      for (const one of [tab, other]) {
        await one.evaluate(() => window.etalage.flush())
        assert.deepEqual(await reportsOf(one), { queue: [] })
        assert.match(await own(one), /(^| )reported:2983( |$)/)
        assert.ok(await hasCanary(one), 'the profile stays')
      }
      await tab.evaluate(lift)
      await other.waitFor(() => window.etalage.consent.state.measure === 'granted')
      await comeAgain(shop, tab)
      assert.deepEqual(shop.reports, [])
      await comeAgain(shop, tab, 4 * 604_800_000)
      await tab.waitFor(async () => (await window.measured()).queue.length === 0)
      assert.equal(shop.reports.length, 4)
      assert.equal(await own(tab), undefined)
    })
  }

  test('what waits to be sent stays and waits while nobody knows whether the shopper agrees', async (t, browser) => {
    const { shop, tab, ledger } = await answered(t, browser)
    await choose(tab, { personalise: true })
    await visit(tab, `${shop.url}?ahead=1800000`)
    await tab.evaluate(() => window.passTime(900_000))
    await leave(tab)
    const { queue, ...rest } = await reportsOf(tab)
    assert.equal(queue.length, 4)
    assert.deepEqual(rest, { ledger })
    assert.deepEqual(shop.reports, [])
    await visit(tab, `${shop.url}?ahead=3600000`)
    await agree(tab)
    await tab.waitFor(async () => (await window.measured()).queue.length === 0)
    await comeAgain(shop, tab, 5_400_000)
    assert.equal(shop.reports.length, 4)
  })

  test('refusing a profile leaves what it takes to be counted, and nothing else', async (t, browser) => {
    const { shop, tab, ledger } = await answered(t, browser)
    const other = await enter(t, browser, `${shop.url}?hold&ahead=900000`)
    await choose(tab, { personalise: false, measure: true })
    await become(other, 'denied')
    for (const one of [tab, other]) {
      await one.evaluate(() => window.etalage.flush())
      assert.equal(await hasCanary(one), false)
      assert.equal((await reportsOf(one)).ledger.until, ledger.until)
      assert.equal((await seen(one)).some(Boolean), false)
    }
    await comeAgain(shop, tab)
    await tab.waitFor(async () => (await window.measured()).queue.length === 0)
    assert.equal(shop.reports.length, 4)
  })

  test('refusing a profile while the other answer is not known deletes the profile, and what was answered stays known', async (t, browser) => {
    const { shop, tab, ledger } = await answered(t, browser)
    await choose(tab, { personalise: false })
    assert.equal(await hasCanary(tab), false)
    assert.equal((await reportsOf(tab)).ledger.until, ledger.until)
    await visit(tab, `${shop.url}?ahead=1800000`)
    await isEmpty(tab)
    assert.equal((await reportsOf(tab)).queue.length, 4)
    await choose(tab, { personalise: false, measure: false })
    await storesOnly(tab, { etalage: 'reported:2983', 'shop-consent': refused })
  })
  test('who objects to one question is not asked it, and of what waits nothing is sent', async (t, browser) => {
    const { shop, tab } = await answered(t, browser)
    await tab.evaluate(() => window.etalage.profile.object('skill'))
    assert.equal(await own(tab), 'measure:skill')
    assert.deepEqual((await reportsOf(tab)).queue, [])
    await comeAgain(shop, tab, 2 * day)
    assert.deepEqual(shop.reports, [], 'a day later there was that question alone')
    await tab.evaluate(() => window.etalage.profile.allow('skill'))
    await comeAgain(shop, tab, 3 * day)
    await tab.waitFor(async () => (await window.measured()).queue.length === 0)
    assert.equal(shop.reports.length, 1)
  })
})
