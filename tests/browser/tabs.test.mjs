// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The shared profile: what happens in one tab shows in all. P2 and P7 have more, in ./promises.
import assert from 'node:assert/strict'
import test from 'node:test'
import { consentTo, openShop, shownIn } from './support/browser.mjs'

test('what one tab does shows in the other within half a second', async (t) => {
  const shopper = await (await openShop(t)).shopper()
  const one = await shopper.open('/nl/')
  await consentTo(one, 'accept')
  const two = await shopper.open('/nl/')
  await one.bringToFront()
  // The quickest of three: a machine that is busy elsewhere is no fault of the package.
  const delays = []
  for (const id of ['2206', '5201', '6105']) {
    const begun = Date.now()
    await one.evaluate((item_id) => window.etalage.track('view_item', { items: [{ item_id }] }), id)
    await two.waitForFunction(
      (seen) =>
        window.etalage.recommend('home').items.some(({ reason }) => reason.because.includes(seen)),
      id,
      { timeout: 10_000, polling: 10 },
    )
    delays.push(Date.now() - begun)
  }
  assert.ok(Math.min(...delays) <= 500, `after ${delays.join(', ')} ms`)
  assert.deepEqual(await shownIn(two, 'home'), await shownIn(one, 'home'))
})
