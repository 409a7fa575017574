// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// P8: an erase is complete, or says that it is not. What counts is what any page of the shop can read afterwards, in any tab.
// What a browser's own files still hold of it (free pages, write-ahead logs) no page can reach, and nothing is demanded of them.
import assert from 'node:assert/strict'
import { measured } from '../corner-shop/measured.mjs'
import { openCornerShop } from '../corner-shop/openCornerShop.mjs'
import { agree, enter, look, numbered, seen, stay, stored, visit } from '../corner-shop/shopper.mjs'
import { eachEngine } from '../engines/eachEngine.mjs'

/** A product that no other test knows, in events, cart and snapshot. */
const canary = 'canary-7f3a'

async function shopper(t, browser, before) {
  const shop = await openCornerShop(t, { before })
  const tab = await enter(t, browser, shop.url)
  await agree(tab)
  await look(tab, [canary, ...numbered(70)])
  await tab.evaluate((item_id) => window.etalage.setCart([{ item_id }]), canary)
  await look(tab, [canary])
  assert.ok(await isStored(tab), 'the canary is there to be found')
  return { shop, tab }
}

const isStored = async (tab) => JSON.stringify(await stored(tab)).includes(canary)

const erase = (tab) => tab.evaluate(() => window.etalage.profile.erase())

async function isForgotten(tab) {
  assert.equal(await isStored(tab), false)
  const known = await tab.evaluate(async () => {
    const { profile } = window.etalage
    return JSON.stringify([await profile.view(), await profile.export()])
  })
  assert.ok(!known.includes(canary), known)
}

eachEngine((test) => {
  test('an erase leaves nothing to be read, in this tab and in the other, then and later', async (t, browser) => {
    const { shop, tab } = await shopper(t, browser)
    const other = await enter(t, browser, shop.url)
    assert.ok((await seen(other)).includes(canary))
    assert.deepEqual(await erase(tab), { complete: true, left: [] })
    await isForgotten(tab)
    await other.front()
    await other.waitFor(async () => (await window.etalage.profile.export()).events.length === 0)
    await isForgotten(other)
    for (const page of [tab, other]) {
      await look(page, ['after'])
      await visit(page, shop.url)
      await isForgotten(page)
      assert.ok((await seen(page)).includes('after'), 'the profile goes on')
    }
  })

  test('tabs that are writing cannot write back what was erased', async (t, browser) => {
    const { shop, tab } = await shopper(t, browser)
    const others = [await enter(t, browser, shop.url), await enter(t, browser, shop.url)]
    for (const other of others) {
      await other.evaluate((item_id) => {
        for (let i = 0; i < 50; ++i) window.etalage.track('view_item', { items: [{ item_id }] })
      }, canary)
    }
    assert.equal((await erase(tab)).complete, true)
    for (const other of others) await other.evaluate(() => window.etalage.flush())
    // What was on its way into the old profile went with it; what is tracked from now on is new.
    for (const page of [tab, ...others]) {
      await look(page, ['after'])
      await visit(page, shop.url)
    }
    for (const page of [tab, ...others]) await isForgotten(page)
  })

  test('an erase twice is as good as once, and an erase of nothing is complete', async (t, browser) => {
    const { tab } = await shopper(t, browser)
    const both = await tab.evaluate(() =>
      Promise.all([window.etalage.profile.erase(), window.etalage.profile.erase()]),
    )
    assert.deepEqual(both, Array(2).fill({ complete: true, left: [] }))
    assert.deepEqual(await erase(tab), { complete: true, left: [] })
    await isForgotten(tab)
  })

  test('what an erase leaves is a refusal, and it lists that', async (t, browser) => {
    const { tab } = await shopper(t, browser)
    await tab.evaluate(() => window.etalage.consent.set({ measure: false }))
    const { complete, left } = await erase(tab)
    assert.equal(complete, true)
    assert.equal(left.length, 1)
    assert.match(left[0], /^localStorage: etalage/)
    await isForgotten(tab)
    assert.equal((await stored(tab)).localStorage.etalage, 'measure')
  })

  test('an erase that fails says so, and one that is tried again does it', async (t, browser) => {
    const { tab } = await shopper(t, browser, () => {
      const { clear } = IDBObjectStore.prototype
      IDBObjectStore.prototype.clear = function () {
        if (window.failing) throw new DOMException('no space left', 'QuotaExceededError')
        return clear.call(this)
      }
    })
    await tab.evaluate(() => (window.failing = true))
    const { complete, left } = await erase(tab)
    assert.equal(complete, false)
    assert.ok(left.some((line) => line.startsWith('IndexedDB: etalage')))
    assert.ok(await isStored(tab), 'it said so because it is so')
    await tab.evaluate(() => (window.failing = false))
    assert.deepEqual(await erase(tab), { complete: true, left: [] })
    await isForgotten(tab)
    assert.deepEqual(await tab.evaluate(() => window.watched.errors), [])
  })

  test('where the database does not answer an erase is not complete', async (t, browser) => {
    const shop = await openCornerShop(t, {
      before: () => {
        for (const method of ['open', 'deleteDatabase']) {
          IDBFactory.prototype[method] = () => new EventTarget()
        }
      },
    })
    const tab = await enter(t, browser, shop.url)
    await agree(tab)
    assert.equal((await erase(tab)).complete, false)
  })

  test('where another script holds the database open a refusal still leaves nothing in it', async (t, browser) => {
    const { tab } = await shopper(t, browser)
    await tab.evaluate(() =>
      new Promise((resolve) => {
        indexedDB.open('etalage').onsuccess = ({ target }) => resolve((window.held = target))
      }).then(() => undefined),
    )
    await tab.evaluate(() => window.etalage.consent.set({ personalise: false }))
    await tab.evaluate(() => window.held.result.close())
    await isForgotten(tab)
  })
  test('an erase leaves the number of the epochs reported in, lists it, and until they are over nothing is reported', async (t, browser) => {
    const { shop, tab } = await shopper(t, browser, measured)
    const sent = async (count) => {
      await tab.waitFor(async () => (await window.measured()).queue.length === 0)
      await tab.evaluate(() => fetch('/').then(() => undefined))
      assert.equal(shop.reports.length, count)
    }
    await stay(tab)
    await sent(4)
    const left = ['localStorage: etalage (the epochs reported in)']
    assert.deepEqual(await erase(tab), { complete: true, left })
    await isForgotten(tab)
    assert.deepEqual((await tab.evaluate(() => window.measured())).queue, [])
    assert.equal((await stored(tab)).localStorage.etalage, 'reported:2983')
    await visit(tab, `${shop.url}?ahead=1800000`)
    await stay(tab)
    await visit(tab, `${shop.url}?ahead=${3 * 604_800_000}`)
    await stay(tab)
    await sent(4)
    await visit(tab, `${shop.url}?ahead=${4 * 604_800_000}`)
    await stay(tab)
    await sent(8)
    assert.equal((await stored(tab)).localStorage.etalage, undefined)
  })

  test('where the database cannot be read an erase leaves the number of this week', async (t, browser) => {
    const { tab } = await shopper(t, browser, () => {
      window.collector = '/reports'
      const { get } = IDBObjectStore.prototype
      IDBObjectStore.prototype.get = function (key) {
        if (window.failing && key === 'ledger') throw new DOMException('lost', 'UnknownError')
        return get.call(this, key)
      }
    })
    await tab.evaluate(() => (window.failing = true))
    assert.equal((await erase(tab)).complete, false)
    const { etalage } = (await stored(tab)).localStorage
    assert.match(etalage, /^reported:\d+$/)
    const week = Number(etalage.slice(9))
    assert.ok(Math.abs(week - Date.now() / 604_800_000) <= 1)
  })
})
