// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// P7, where only Chromium lets a test reach: a page that crashes, and storage that is cleared under it. The rest is in ./promises.
import assert from 'node:assert/strict'
import test from 'node:test'
import { consenting, look, settled } from './support/browser.mjs'

const seen = (page) =>
  page.evaluate(async () =>
    (await window.etalage.profile.export()).events.flatMap(({ items }) =>
      items.map(({ item_id }) => item_id),
    ),
  )

async function reopened(page) {
  await page.reload()
  await settled(page)
  return seen(page)
}

const numbered = (count) => Array.from({ length: count }, (_, i) => `p${i}`)

test('what was flushed is there after the page has crashed', async (t) => {
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
