// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// P6: where the package cannot run the page is never worse off.
import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { strictCsp } from '../../demo/server.mjs'
import { openShop, paintedIn } from './support/browser.mjs'
import { site } from './support/site.mjs'

/** The shop's own page works: cards are there, a product can be put into the cart. */
async function worksWithout(t, shop, reason) {
  const shopper = await shop.shopper()
  const page = await shopper.open('/nl/')
  assert.equal(await page.evaluate(() => window.etalage.status), 'off')
  assert.match(await page.evaluate(() => window.etalage.reason), reason)
  assert.equal((await paintedIn(page, 'home')).length, 8)
  await shopper.visit(page, '/nl/p/2206/')
  await page.locator('form[data-add], form:has(button.button)').first().waitFor()
  await page.evaluate(() => {
    window.etalage.track('view_item', { items: [{ item_id: '2206' }] })
    window.etalage.setCart([{ item_id: '2206' }])
    window.etalage.setPage({ type: 'home' })
    window.etalage.shown('home', ['2206'])
    window.etalage.clicked('home', '2206')
    window.etalage.on('change', () => {})()
  })
  assert.deepEqual(await page.evaluate(() => window.etalage.recommend('home').items), [])
  assert.deepEqual(await page.evaluate(() => window.etalage.profile.view()), {
    since: null,
    facts: [],
    manifest: [],
  })
  assert.deepEqual(
    await page.evaluate(() => {
      window.etalage.answer('skill', 'pro')
      return [
        window.etalage.segments(),
        window.etalage.in('gardener'),
        window.etalage.metric('garden-views') ?? null,
        window.etalage.decide('window') ?? null,
        window.etalage.explain('segment', 'gardener') ?? null,
      ]
    }),
    [[], false, null, null, null],
  )
  await page.evaluate(() => window.etalage.close())
  return shopper
}

/** A copy of the site whose pack is what `change` makes of it. */
async function withPack(t, change) {
  const dir = mkdtempSync(join(tmpdir(), 'site-'))
  t.after(() => rmSync(dir, { recursive: true }))
  cpSync(await site(), dir, { recursive: true })
  const file = join(dir, 'etalage', 'shop.pack')
  writeFileSync(file, change(readFileSync(file)))
  return openShop(t, { dir })
}

test('under a CSP without wasm-unsafe-eval', async (t) => {
  const shop = await openShop(t, { csp: strictCsp.replace(" 'wasm-unsafe-eval'", '') })
  await worksWithout(t, shop, /^no-wasm: .*wasm-unsafe-eval/)
})

test('with a pack that is cut off', async (t) => {
  const shop = await withPack(t, (pack) => pack.subarray(0, pack.length / 2))
  const { errors } = await worksWithout(t, shop, /^truncated/)
  assert.deepEqual(errors, [])
})

test('with a pack that is larger than the memory', async (t) => {
  const shop = await withPack(t, (pack) => Buffer.concat([pack, Buffer.alloc(70 * 2 ** 20)]))
  const { errors } = await worksWithout(t, shop, /^out-of-memory: the module stopped: /)
  assert.deepEqual(errors, [])
})

test('with a pack in which one bit is wrong', async (t) => {
  const shop = await withPack(t, (pack) => {
    pack[pack.length >> 1] ^= 1
    return pack
  })
  await worksWithout(t, shop, /^bad-checksum/)
})

test('with a page of HTML where the pack should be', async (t) => {
  await worksWithout(
    t,
    await withPack(t, () => '<!doctype html><title>Oops</title><p>Something else was here.'),
    /^bad-magic/,
  )
})

test('with a pack of a newer format', async (t) => {
  const shop = await withPack(t, (pack) => {
    pack[4] = 2
    return pack
  })
  await worksWithout(t, shop, /^bad-version/)
})

test('without a pack', async (t) => {
  const shop = await openShop(t)
  const shopper = await shop.shopper()
  await shopper.context.route('**/shop.pack', (route) => route.fulfill({ status: 404, body: '' }))
  const page = await shopper.open('/nl/')
  assert.equal(await page.evaluate(() => window.etalage.status), 'off')
  assert.match(
    await page.evaluate(() => window.etalage.reason),
    /^not-found: .*shop\.pack: HTTP 404/,
  )
})

test('without WebAssembly', async (t) => {
  const shopper = await (await openShop(t)).shopper()
  await shopper.context.addInitScript(() => delete window.WebAssembly)
  const page = await shopper.open('/nl/')
  assert.match(await page.evaluate(() => window.etalage.reason), /^no-wasm/)
  assert.equal((await paintedIn(page, 'home')).length, 8)
  assert.deepEqual(shopper.errors, [])
})

/** A shopper who has agreed before, in a browser that keeps the shop's note of it. */
async function agreed(t) {
  const shopper = await (await openShop(t)).shopper()
  await shopper.context.addInitScript(() => {
    if (location.protocol !== 'http:') return
    localStorage.setItem(
      'shop-consent',
      JSON.stringify({ personalise: true, measure: false, version: 1, time: Date.now() }),
    )
  })
  return shopper
}

test('where IndexedDB throws, the profile lives for the page', async (t) => {
  const shopper = await agreed(t)
  await shopper.context.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {
      get() {
        throw new DOMException('denied', 'SecurityError')
      },
    })
  })
  const page = await shopper.open('/nl/p/2206/')
  assert.equal(await page.evaluate(() => window.etalage.status), 'on')
  await page.evaluate(() => window.etalage.setPage({ type: 'home' }))
  const { items, personal } = await page.evaluate(() => window.etalage.recommend('home'))
  assert.ok(personal && items.length === 8)
  assert.deepEqual(shopper.errors, [])
})

test('where IndexedDB never answers, the profile lives for the page and nothing waits for ever', async (t) => {
  const shopper = await agreed(t)
  await shopper.context.addInitScript(() => {
    indexedDB.open = () => new EventTarget()
  })
  const page = await shopper.open('/nl/p/2206/') // settled: flush() has resolved
  await page.evaluate(() => window.etalage.setPage({ type: 'home' }))
  const { items, personal } = await page.evaluate(() => window.etalage.recommend('home'))
  assert.ok(personal && items.length === 8)
  assert.equal((await page.evaluate(() => window.etalage.profile.erase())).complete, false)
  assert.deepEqual(shopper.errors, [])
})
