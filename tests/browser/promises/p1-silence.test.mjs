// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// P1: silence before consent.
import assert from 'node:assert/strict'
import { openCornerShop } from '../corner-shop/openCornerShop.mjs'
import { agree, choose, enter, nothing, seen, stored, visit } from '../corner-shop/shopper.mjs'
import { eachEngine } from '../engines/eachEngine.mjs'

const pages = [
  '',
  '?type=product&item=2206',
  '?type=category&category=garden',
  '?type=search&query=tuin',
]

/** Notes every call that could leave something behind, and every entry of the data layer that is read. */
function witness() {
  window.called = []
  window.collector = '/reports'
  const note = (object, method) => {
    const original = object[method]
    object[method] = function (...args) {
      window.called.push(`${method} ${args[0]}`)
      return original.apply(this, args)
    }
  }
  for (const method of ['open', 'deleteDatabase']) note(IDBFactory.prototype, method)
  for (const method of ['getItem', 'setItem', 'removeItem', 'clear'])
    note(Storage.prototype, method)
  note(CacheStorage.prototype, 'open')
  note(Navigator.prototype, 'sendBeacon')
  const { set } = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')
  Object.defineProperty(document, 'cookie', {
    configurable: true,
    set(value) {
      window.called.push(`cookie ${value}`)
      set.call(document, value)
    },
  })
  const entry = {}
  Object.defineProperty(entry, 'event', {
    enumerable: true,
    get() {
      window.called.push('event read')
      return 'view_item'
    },
  })
  window.dataLayer = [entry]
}

/** All that a page can ask of the package. */
const useAll = async () => {
  const { etalage } = window
  etalage.track('view_item', { items: [{ item_id: '2206' }] })
  etalage.setCart([{ item_id: '2206', quantity: 2 }])
  etalage.answer('skill', 'pro')
  etalage.recommend('home')
  etalage.shown('home', ['2206'])
  etalage.clicked('home', '2206')
  etalage.segments()
  etalage.explain('segment', 'gardener')
  await etalage.profile.view()
  await etalage.profile.export()
  await etalage.flush()
}

eachEngine((test) => {
  test('before consent nothing is stored, and no storage is opened or event read', async (t, browser) => {
    const shop = await openCornerShop(t, { before: witness })
    const tab = await enter(t, browser, shop.url)
    for (const page of pages) {
      await visit(tab, shop.url + page)
      await tab.evaluate(useAll)
      const called = await tab.evaluate(() => [...new Set(window.called)].sort())
      // The one key that holds nothing but a refusal, and the banner's own.
      assert.deepEqual(called, ['getItem etalage', 'getItem shop-consent'], page)
      assert.equal(await tab.evaluate(() => window.etalage.status), 'on')
    }
    await visit(tab, `${shop.url}?type=home`)
    await tab.evaluate(() => delete document.cookie)
    assert.deepEqual(await stored(tab), nothing)
    assert.deepEqual(await tab.evaluate(() => window.watched.errors), [])
  })

  test('before consent and after a refusal the only requests are for static files', async (t, browser) => {
    const shop = await openCornerShop(t, { before: () => (window.collector = '/reports') })
    const tab = await enter(t, browser, shop.url)
    await tab.evaluate(useAll)
    await choose(tab, { personalise: false, measure: false })
    for (const page of pages) {
      await visit(tab, shop.url + page)
      await tab.evaluate(useAll)
    }
    const files =
      /^GET \/(\?.*|before\.js|watch\.js|page\.js|etalage\/(index|development|editor)\.js|etalage\/etalage(-rules|-editor)?\.wasm|etalage\/shop\.pack)?$/
    assert.ok(shop.requests.includes('GET /etalage/shop.pack'))
    assert.deepEqual(
      shop.requests.filter((request) => !files.test(request)),
      [],
    )
  })

  test('before consent slots follow from the page alone, and from nothing that came before', async (t, browser) => {
    const shop = await openCornerShop(t)
    const tab = await enter(t, browser, shop.url)
    const home = () => tab.evaluate(() => window.etalage.recommend('home').items)
    const bestsellers = await home()
    assert.ok(bestsellers.length > 0)
    assert.ok(bestsellers.every(({ reason }) => reason.code.startsWith('bestseller')))
    await visit(tab, `${shop.url}?type=product&item=2206`)
    const product = await tab.evaluate(() => window.etalage.recommend('product').items)
    assert.ok(product.some(({ reason }) => reason.code === 'similar'))
    await visit(tab, shop.url)
    assert.deepEqual(await home(), bestsellers)
  })

  test('a refusal stores nothing but what the shop itself keeps of it', async (t, browser) => {
    const shop = await openCornerShop(t)
    const tab = await enter(t, browser, shop.url)
    await choose(tab, { personalise: false, measure: false })
    await tab.evaluate(useAll)
    await visit(tab, shop.url)
    await tab.evaluate(useAll)
    assert.deepEqual(await stored(tab), {
      ...nothing,
      localStorage: { 'shop-consent': '{"personalise":false,"measure":false}' },
    })
  })

  test('what was done before the grant is not kept, but for the view of the page that is open', async (t, browser) => {
    const shop = await openCornerShop(t, {
      before: () => {
        const view = (item_id) => ({ event: 'view_item', ecommerce: { items: [{ item_id }] } })
        window.dataLayer = [view('5001'), view('2206')]
      },
    })
    const tab = await enter(t, browser, `${shop.url}?type=product&item=2206`)
    await tab.evaluate(() => window.etalage.track('view_item', { items: [{ item_id: '2202' }] }))
    await agree(tab)
    assert.deepEqual(await seen(tab), ['2206'])
  })
})
