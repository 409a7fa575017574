// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// P6: whatever fails, the page goes on as if the package were absent.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strictCsp } from '../../../demo/server.mjs'
import { repository } from '../../../toolchain/paths.mjs'
import { Shop } from '../../build/shop.mjs'
import { openCornerShop } from '../corner-shop/openCornerShop.mjs'
import { agree, enter, look, seen } from '../corner-shop/shopper.mjs'
import { eachEngine } from '../engines/eachEngine.mjs'
import { site } from '../support/site.mjs'

const pack = readFileSync(join(await site(), 'etalage', 'shop.pack'))
const wasm = readFileSync(join(repository, 'js', 'etalage', 'dist', 'etalage-rules.wasm'))
const switchedOff = new Shop({ 'etalage.config.js': { off: true } })
switchedOff.json('build')
const html = '<!doctype html><title>Oops</title><p>Something else was here.'

const changed = (bytes, place, value) => {
  const copy = Buffer.from(bytes)
  copy[place] = value(copy[place])
  return copy
}

const packIs = (answer) => ({ files: { '/etalage/shop.pack': answer } })
const moduleIs = (answer) => ({ files: { '/etalage/etalage-rules.wasm': answer } })

/** Where the package cannot run: the shop, and the reason that it gives. */
const off = {
  'with a pack that is cut off': [packIs(pack.subarray(0, pack.length / 2)), /^truncated/],
  'with a pack that is empty': [packIs(''), /^truncated/],
  'with a pack in which one bit is wrong': [
    packIs(changed(pack, pack.length >> 1, (byte) => byte ^ 1)),
    /^bad-checksum/,
  ],
  'with a pack of a newer format': [packIs(changed(pack, 4, () => 99)), /^bad-version/],
  'with a pack that is larger than the memory': [
    packIs(Buffer.concat([pack, Buffer.alloc(70 * 2 ** 20)])),
    /^out-of-memory/,
  ],
  'with a pack that switches it off': [
    packIs(readFileSync(switchedOff.path('shop.pack'))),
    /^switched-off/,
  ],
  'with a page of HTML where the pack should be': [packIs(html), /^bad-magic/],
  'without a pack': [packIs(404), /^not-found: .*shop\.pack: HTTP 404/],
  'where the pack is blocked': [packIs('blocked'), /./],
  'with a page of HTML where the module should be': [moduleIs(html), /^no-wasm: the server sent/],
  'with a module that is cut off': [moduleIs(wasm.subarray(0, wasm.length / 2)), /^no-wasm/],
  'without a module': [moduleIs(404), /^not-found: .*etalage-rules\.wasm: HTTP 404/],
  'where the module is blocked': [moduleIs('blocked'), /./],
  'under a policy without wasm-unsafe-eval': [
    { headers: { 'Content-Security-Policy': strictCsp.replace(" 'wasm-unsafe-eval'", '') } },
    /^no-wasm: .*wasm-unsafe-eval/,
  ],
  'under a policy without connections': [
    {
      headers: {
        'Content-Security-Policy': strictCsp.replace("connect-src 'self'", "connect-src 'none'"),
      },
    },
    /./,
  ],
  'without WebAssembly': [{ before: () => delete window.WebAssembly }, /^no-wasm/],
  'where WebAssembly fails': [
    {
      before: () => {
        WebAssembly.instantiate = () => Promise.reject(new WebAssembly.CompileError('no SIMD'))
      },
    },
    /^no-wasm/,
  ],
}

/** Where it runs nevertheless; with storage that fails the profile lives for the page. */
const on = {
  'where Trusted Types are required': {
    headers: {
      'Content-Security-Policy': `${strictCsp}; require-trusted-types-for 'script'; trusted-types 'none'`,
    },
  },
  'where the page is isolated': {
    headers: {
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    },
  },
  'without IndexedDB': {
    before: () => Object.defineProperty(window, 'indexedDB', { value: undefined }),
  },
  'where IndexedDB throws': {
    before: () =>
      Object.defineProperty(window, 'indexedDB', {
        get() {
          throw new DOMException('denied', 'SecurityError')
        },
      }),
  },
  'where a database cannot be opened': {
    before: () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('denied', 'InvalidStateError')
      }
    },
  },
  'where IndexedDB never answers': {
    before: () => {
      for (const method of ['open', 'deleteDatabase']) {
        IDBFactory.prototype[method] = () => new EventTarget()
      }
      IDBFactory.prototype.databases = () => new Promise(() => {})
    },
  },
  'without localStorage': {
    before: () => Object.defineProperty(window, 'localStorage', { value: null }),
  },
  'where localStorage throws': {
    before: () =>
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError')
        },
      }),
  },
  'where localStorage is full': {
    before: () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
    },
  },
  'without a channel between tabs': { before: () => delete window.BroadcastChannel },
}

/** Every method, on an instance that may be off. */
const useAll = async () => {
  const { etalage } = window
  etalage.setPage({ type: 'product', item: '2206' })
  etalage.track('view_item', { items: [{ item_id: '2206' }] })
  etalage.track('no_such_event', { items: 'none' })
  etalage.setCart([{ item_id: '2206' }])
  etalage.answer('skill', 'pro')
  etalage.shown('home', ['2206'])
  etalage.clicked('home', '2206')
  etalage.on('change', () => {})()
  await etalage.consent.set({ personalise: true })
  await etalage.profile.pause()
  await etalage.profile.resume()
  await etalage.profile.object('slot home')
  await etalage.profile.allow('slot home')
  await etalage.flush()
  return {
    recommended: etalage.recommend('home'),
    segments: etalage.segments(),
    in: etalage.in('gardener'),
    metric: etalage.metric('garden-views') ?? null,
    decision: etalage.decide('window') ?? null,
    why: etalage.explain('segment', 'gardener') ?? null,
    facts: (await etalage.profile.view()).facts,
    events: (await etalage.profile.export()).events,
    corrected: await etalage.profile.correct('skill', 'beginner'),
    forgotten: (await etalage.profile.forget('skill')).complete,
    imported: (await etalage.profile.import({})).complete,
    erased: (await etalage.profile.erase()).complete,
  }
}

const empty = {
  recommended: { slot: 'home', strategy: null, personal: false, items: [] },
  segments: [],
  in: false,
  metric: null,
  decision: null,
  why: null,
  facts: [],
  events: [],
  corrected: false,
  forgotten: false,
  imported: false,
  erased: false,
}

/** The page's own script goes on, nothing of the package reached it, and the package said at most one thing. */
async function isUndisturbed(tab) {
  const ticks = await tab.evaluate(() => window.watched.ticks)
  await tab.waitFor((before) => window.watched.ticks > before + 2, ticks)
  const { errors, said } = await tab.evaluate(() => window.watched)
  assert.deepEqual(errors, [])
  assert.ok(said.filter((line) => line.includes('etalage')).length <= 1, said.join('\n'))
}

eachEngine((test) => {
  for (const [name, [shop, reason]] of Object.entries(off)) {
    test(`${name} the package is off, says why, and does nothing`, async (t, browser) => {
      const tab = await enter(t, browser, (await openCornerShop(t, shop)).url)
      assert.equal(await tab.evaluate(() => window.etalage.status), 'off')
      assert.match(await tab.evaluate(() => window.etalage.reason), reason)
      await agree(tab)
      assert.deepEqual(await tab.evaluate(useAll), empty)
      await tab.evaluate(() => window.etalage.close())
      await isUndisturbed(tab)
    })
  }

  for (const [name, shop] of Object.entries(on)) {
    test(`${name} the package works on this page`, async (t, browser) => {
      const tab = await enter(t, browser, (await openCornerShop(t, shop)).url)
      await agree(tab)
      await look(tab, ['2206', '2202', '2204'])
      assert.equal(await tab.evaluate(() => window.etalage.reason), undefined)
      assert.deepEqual(await seen(tab), ['2206', '2202', '2204'])
      const { recommended, metric } = await tab.evaluate(useAll)
      assert.ok(recommended.personal && recommended.items.length === 8)
      assert.equal(metric, 4)
      await tab.evaluate(() => window.etalage.close())
      await isUndisturbed(tab)
    })
  }

  test("where the package's script is blocked the page's own goes on", async (t, browser) => {
    const shop = await openCornerShop(t, { files: { '/etalage/index.js': 'blocked' } })
    const tab = await browser.open(shop.url)
    t.after(() => tab.close())
    await isUndisturbed(tab)
  })

  test('where the checks for development are blocked the package works on this page', async (t, browser) => {
    const shop = await openCornerShop(t, { files: { '/etalage/development.js': 'blocked' } })
    const tab = await enter(t, browser, shop.url)
    await agree(tab)
    await tab.evaluate(() => window.etalage.recommend('hoem'))
    await look(tab, ['2206'])
    assert.deepEqual(await seen(tab), ['2206'])
    await isUndisturbed(tab)
  })
})
