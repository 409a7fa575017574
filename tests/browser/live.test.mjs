// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Prices and stock between two builds of the pack.
import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { openShop, paintedIn, shownIn } from './support/browser.mjs'
import { site } from './support/site.mjs'

/** The home page of a shop whose live file holds this text. */
async function homeWith(t, live) {
  const dir = mkdtempSync(join(tmpdir(), 'site-'))
  t.after(() => rmSync(dir, { recursive: true }))
  cpSync(await site(), dir, { recursive: true })
  const file = join(dir, 'etalage', 'live.json')
  if (live === undefined) rmSync(file)
  else writeFileSync(file, live)
  const shopper = await (await openShop(t, { dir })).shopper()
  return { shopper, page: await shopper.open('/nl/') }
}

const pack = async (t) => {
  const { page } = await homeWith(t, '{}')
  return (await shownIn(page, 'home')).map(({ id }) => id)
}

test('what is sold out since the build is not shown, and a new price is', async (t) => {
  const [first, second, third] = await pack(t)
  const live = {
    [first]: { stock: 0 },
    [second]: { price: 1.23 },
    [third]: { price: null },
    x: null,
  }
  const { shopper, page } = await homeWith(t, JSON.stringify(live))
  await page.waitForFunction(
    (gone) => !window.etalage.recommend('home').items.some(({ id }) => id === gone),
    first,
  )
  const items = await page.evaluate(() => window.etalage.recommend('home').items)
  assert.equal(items.length, 8)
  assert.equal(items.find(({ id }) => id === second).fields.price, 1.23)
  assert.ok(!('price' in items.find(({ id }) => id === third).fields), 'known to be out of date')
  assert.ok(!(await paintedIn(page, 'home')).includes(first), 'the page has painted it anew')
  assert.deepEqual(shopper.errors, [])
})

for (const [name, live] of [
  ['is absent', undefined],
  ['is no JSON', '<html>'],
  ['is a list', '[1, 2]'],
  ['is full of nonsense', '{"1":2,"2206":{"price":"free","stock":{}},"":{"price":-1},"a":[]}'],
]) {
  test(`where the live file ${name} the shop window is that of the pack`, async (t) => {
    const expected = await pack(t)
    const { page } = await homeWith(t, live)
    await page.waitForLoadState('networkidle')
    assert.equal(await page.evaluate(() => window.etalage.status), 'on')
    assert.deepEqual(
      (await shownIn(page, 'home')).map(({ id }) => id),
      expected,
    )
  })
}
