// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// P7: a profile that is read is a state that existed, or empty.
import assert from 'node:assert/strict'
import test from 'node:test'
import { consentTo, consenting, look, openShop, settled } from './support/browser.mjs'

const seen = (page) =>
  page.evaluate(async () =>
    (await window.etalage.profile.export()).events.flatMap(({ items }) =>
      items.map(({ item_id }) => item_id),
    ),
  )

/** Works on the store of journal records, behind the package's back. */
const withEvents = (page, change, argument) =>
  page.evaluate(
    ([source, value]) =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open('etalage')
        request.onerror = () => reject(request.error)
        request.onsuccess = () => {
          const transaction = request.result.transaction('events', 'readwrite')
          const store = transaction.objectStore('events')
          const result = { value: undefined }
          new Function('store', 'result', 'argument', source)(store, result, value)
          transaction.oncomplete = () => {
            request.result.close()
            resolve(result.value)
          }
        }
      }),
    [change, argument],
  )

const keys = (page) =>
  withEvents(
    page,
    'store.getAllKeys().onsuccess = (event) => { result.value = event.target.result }',
  )

/** Changes one byte of a record; `place` counts from 0. */
const damage = (page, key, place) =>
  withEvents(
    page,
    `store.get(argument[0]).onsuccess = (event) => {
      const bytes = event.target.result.bytes ?? event.target.result
      bytes[argument[1]] ^= 2
      store.put(event.target.result, argument[0])
    }`,
    [key, place],
  )

async function reopened(page) {
  await page.reload()
  await settled(page)
  return seen(page)
}

const numbered = (count, from = 0) => Array.from({ length: count }, (_, i) => `p${from + i}`)

// The storefront's policy forbids eval; these tests reach behind the package with it.
const openly = { csp: "default-src 'self' 'unsafe-eval' 'wasm-unsafe-eval'; img-src 'self' data:" }

test('a hundred events are folded into a snapshot, and nothing is lost', async (t) => {
  const shopper = await (await openShop(t, openly)).shopper()
  const page = await shopper.open('/nl/')
  await consentTo(page, 'accept')
  await look(page, numbered(150))
  const left = await keys(page)
  assert.equal(left[0], 0)
  assert.ok(left.length < 70, `${left.length} records`)
  assert.deepEqual(await reopened(page), numbered(150))
  await look(page, numbered(150, 150))
  assert.deepEqual(await reopened(page), numbered(300))
})

test('a damaged record costs itself and what came after it, no more', async (t) => {
  const shopper = await (await openShop(t, openly)).shopper()
  const page = await shopper.open('/nl/')
  await consentTo(page, 'accept')
  await look(page, numbered(5))
  const stored = await keys(page)
  await damage(page, stored.at(-2), 9)
  assert.deepEqual(await reopened(page), numbered(3))
  await look(page, ['after'])
  assert.deepEqual(await reopened(page), [...numbered(3), 'after'])
  assert.deepEqual(shopper.errors, [])
})

test('a damaged snapshot leaves an empty profile that works', async (t) => {
  const shopper = await (await openShop(t, openly)).shopper()
  const page = await shopper.open('/nl/')
  await consentTo(page, 'accept')
  await look(page, numbered(70))
  assert.equal((await keys(page))[0], 0)
  await damage(page, 0, 20)
  assert.deepEqual(await reopened(page), [])
  await look(page, ['after'])
  assert.deepEqual(await reopened(page), ['after'])
})

test('what a newer release wrote is neither read nor overwritten, and can be erased', async (t) => {
  const shopper = await (await openShop(t, openly)).shopper()
  const page = await shopper.open('/nl/')
  await consentTo(page, 'accept')
  await look(page, numbered(3))
  const before = await keys(page)
  await withEvents(page, 'store.add(new Uint8Array([69, 2, 0, 0, 0, 0, 1, 2, 3]))')
  const written = await keys(page)
  assert.equal(written.length, before.length + 1)
  assert.deepEqual(await reopened(page), numbered(3))
  await look(page, ['lost'])
  assert.deepEqual(await keys(page), written)
  const { complete } = await page.evaluate(() => window.etalage.profile.erase())
  assert.ok(complete)
  assert.deepEqual(await keys(page), [])
})

test('what was flushed is there after the browser was killed', async (t) => {
  const { page } = await consenting(t)
  await look(page, numbered(10))
  const other = await page.context().newPage()
  const session = await page.context().newCDPSession(page)
  void session.send('Page.crash').catch(() => {})
  await page.waitForEvent('crash')
  await other.goto(new URL('/nl/', page.url()).href)
  await settled(other)
  assert.deepEqual(await seen(other), numbered(10))
})

test('storage that is cleared under a running page leaves a page that works', async (t) => {
  const { shopper, page } = await consenting(t)
  await look(page, numbered(3))
  const session = await shopper.context.newCDPSession(page)
  await session.send('Storage.clearDataForOrigin', {
    origin: shopper.url,
    storageTypes: 'indexeddb',
  })
  await look(page, ['after'])
  assert.equal(await page.evaluate(() => window.etalage.status), 'on')
  const items = await reopened(page)
  assert.ok(items.length <= 1, JSON.stringify(items))
  await look(page, ['later'])
  assert.ok((await reopened(page)).includes('later'))
  assert.deepEqual(shopper.errors, [])
})
