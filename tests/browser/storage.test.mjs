// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What real storage does to a profile: frozen tabs, tabs by the dozen, full disks, newer releases, the way back.
import assert from 'node:assert/strict'
import test from 'node:test'
import { consentTo, consenting, look, openShop, settled } from './support/browser.mjs'

const seen = (page) =>
  page.evaluate(async () =>
    (await window.etalage.profile.export()).events.flatMap(({ items }) =>
      items.map(({ item_id }) => item_id),
    ),
  )

const numbered = (name, count) => Array.from({ length: count }, (_, i) => `${name}-${i}`)

/** As a shopper who looks at another tab and back. */
const lookAgain = (page) =>
  page.evaluate(async () => {
    document.dispatchEvent(new Event('visibilitychange'))
    await window.etalage.flush()
  })

async function reopened(page) {
  await page.reload()
  await settled(page)
  return seen(page)
}

test('a tab that is frozen in the middle of a write does not stop the other', async (t) => {
  const { shopper, page: frozen } = await consenting(t)
  const other = await shopper.open('/nl/')
  await frozen.bringToFront()
  const session = await shopper.context.newCDPSession(frozen)
  await frozen.evaluate(() => {
    // One after the other, so that there is always a transaction on its way.
    window.write = async () => {
      for (let i = 0; i < 500; ++i) {
        window.etalage.track('view_item', { items: [{ item_id: `frozen-${i}` }] })
        await window.etalage.flush()
      }
    }
    void window.write()
  })
  await session.send('Page.setWebLifecycleState', { state: 'frozen' })
  await other.bringToFront()
  await look(other, numbered('other', 5))
  const others = (ids) => ids.filter((id) => id.startsWith('other'))
  assert.deepEqual(others(await seen(other)), numbered('other', 5))
  await session.send('Page.setWebLifecycleState', { state: 'active' })
  await frozen.bringToFront()
  await lookAgain(frozen)
  await lookAgain(other)
  const all = await reopened(other)
  assert.deepEqual(others(all), numbered('other', 5))
  assert.equal(new Set(all).size, all.length)
  assert.deepEqual(shopper.errors, [])
})

test('eight tabs that write and erase at random end in one state', async (t) => {
  const shopper = await (await openShop(t)).shopper()
  const first = await shopper.open('/nl/')
  await consentTo(first, 'accept')
  const pages = [first]
  while (pages.length < 8) pages.push(await shopper.open('/nl/'))
  const rounds = [40, 22]
  for (const [round, count] of rounds.entries()) {
    await Promise.all(
      pages.map((page, tab) =>
        page.evaluate(
          async ([prefix, number]) => {
            for (let i = 0; i < number; ++i) {
              window.etalage.track('view_item', { items: [{ item_id: `${prefix}-${i}` }] })
              if (Math.random() < 0.3) await window.etalage.flush()
            }
            await window.etalage.flush()
          },
          [`${round}-${tab}`, count],
        ),
      ),
    )
    if (round === 0) {
      assert.ok((await pages[3].evaluate(() => window.etalage.profile.erase())).complete)
      for (const page of pages) await lookAgain(page)
    }
  }
  for (const page of pages) await lookAgain(page)
  const all = await seen(first)
  assert.deepEqual(all.toSorted(), pages.flatMap((_, tab) => numbered(`1-${tab}`, 22)).toSorted())
  for (const [tab, page] of pages.entries()) {
    assert.deepEqual(await seen(page), all)
    assert.deepEqual(
      all.filter((id) => id.startsWith(`1-${tab}-`)),
      numbered(`1-${tab}`, 22),
    )
  }
  assert.deepEqual(shopper.errors, [])
})

test('a full disk leaves a page that works, and room is used again', async (t) => {
  const { shopper, page } = await consenting(t)
  await look(page, ['before'])
  const session = await shopper.context.newCDPSession(page)
  await session.send('Storage.overrideQuotaForOrigin', { origin: shopper.url, quotaSize: 1 })
  await look(page, ['amid'])
  assert.ok((await seen(page)).includes('amid'))
  assert.equal(await page.evaluate(() => window.etalage.status), 'on')
  await session.send('Storage.overrideQuotaForOrigin', { origin: shopper.url })
  await lookAgain(page)
  await look(page, ['after'])
  assert.deepEqual((await reopened(page)).slice(-1), ['after'])
  assert.deepEqual(shopper.errors, [])
})

test('an erase on a full disk is complete', async (t) => {
  const { shopper, page } = await consenting(t)
  await look(page, numbered('before', 5))
  const session = await shopper.context.newCDPSession(page)
  await session.send('Storage.overrideQuotaForOrigin', { origin: shopper.url, quotaSize: 1 })
  assert.ok((await page.evaluate(() => window.etalage.profile.erase())).complete)
  await session.send('Storage.overrideQuotaForOrigin', { origin: shopper.url })
  assert.deepEqual(await reopened(page), [])
})

/** Opens the database as a release would whose schema is a higher version; gives way as ours does. */
const upgrade = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open('etalage', 9)
        request.onupgradeneeded = () => request.result.createObjectStore('more')
        request.onblocked = () => reject(new Error('blocked'))
        request.onsuccess = () => {
          request.result.onversionchange = () => request.result.close()
          resolve()
        }
      }),
  )

test('a release with a higher database version beside this one, before and after it', async (t) => {
  const { shopper, page } = await consenting(t)
  await look(page, ['before'])
  const newer = await shopper.context.newPage()
  await newer.goto(`${shopper.url}/assets/site.css`)
  await upgrade(newer)
  await look(page, ['amid'])
  await newer.close()
  assert.deepEqual(await reopened(page), ['before', 'amid'])
  const { complete } = await page.evaluate(() => window.etalage.profile.erase())
  assert.ok(complete)
  await look(page, ['after'])
  assert.deepEqual(await reopened(page), ['after'])
  // A style sheet has no icon.
  assert.deepEqual(
    shopper.errors.filter((error) => !error.includes('404')),
    [],
  )
})

test('a page that comes back from the cache shows what happened meanwhile', async (t) => {
  const { shopper, page } = await consenting(t)
  await look(page, ['before'])
  await page.evaluate(() => {
    window.addEventListener('pageshow', (event) => (window.cameBack = event.persisted))
  })
  // On a page without the package, behind its back: a message of its own would end the cached page.
  await page.goto(`${shopper.url}/assets/site.css`)
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.open('etalage').onsuccess = ({ target: { result: database } }) => {
          const transaction = database.transaction(['meta', 'events'], 'readwrite')
          transaction.objectStore('events').clear()
          transaction.objectStore('meta').put(new Uint8Array(16), 'generation')
          transaction.oncomplete = () => resolve(database.close())
        }
      }),
  )
  await page.goBack({ waitUntil: 'commit' })
  await page.waitForFunction(() => window.cameBack !== undefined)
  assert.equal(await page.evaluate(() => window.cameBack), true)
  assert.deepEqual(await seen(page), [])
  await look(page, ['after'])
  assert.deepEqual(await reopened(page), ['after'])
})

test('a refusal is not held up by a tab that keeps the database open, and leaves nothing in it', async (t) => {
  const { shopper, page } = await consenting(t)
  await look(page, ['before'])
  const holder = await shopper.context.newPage()
  await holder.goto(`${shopper.url}/assets/site.css`)
  await holder.evaluate(() =>
    new Promise((resolve) => {
      indexedDB.open('etalage').onsuccess = (event) => resolve((window.held = event.target.result))
    }).then(() => undefined),
  )
  await page.evaluate(() => window.etalage.consent.set({ personalise: false, measure: false }))
  const left = await holder.evaluate(
    () =>
      new Promise((resolve) => {
        const request = window.held.transaction('events').objectStore('events').count()
        request.onsuccess = () => resolve(request.result)
      }),
  )
  assert.equal(left, 0)
  await holder.close()
  await page.reload()
  await settled(page)
  assert.deepEqual(await page.evaluate(() => indexedDB.databases()), [])
  // A style sheet has no icon.
  assert.deepEqual(
    shopper.errors.filter((error) => !error.includes('404')),
    [],
  )
})
