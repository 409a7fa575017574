// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// In development a wrong name is said once, with the one that was meant; a shopper's page loads none of it.
import assert from 'node:assert/strict'
import test from 'node:test'
import { consentTo, openShop } from './support/browser.mjs'

async function warnings(t) {
  const shopper = await (await openShop(t)).shopper()
  const said = []
  shopper.context.on('console', (message) => {
    if (message.type() === 'warning') said.push(message.text())
  })
  return { shopper, said, page: await shopper.open('/nl/') }
}

test('a slot that the pack does not declare is named once, with the nearest that it does', async (t) => {
  const { page, said } = await warnings(t)
  const result = await page.evaluate(async () => {
    window.etalage.recommend('hoem')
    const answer = window.etalage.recommend('hoem')
    await new Promise((resolve) => setTimeout(resolve, 200))
    return answer
  })
  assert.deepEqual(result, { slot: 'hoem', strategy: null, personal: false, items: [] })
  assert.equal(said.length, 1)
  assert.match(said[0], /slot "hoem" is not known\. Did you mean "home"\?/)
})

test('a field that GA4 does not have is named, with the nearest that it does', async (t) => {
  const { page, said } = await warnings(t)
  await consentTo(page, 'accept')
  await page.evaluate(async () => {
    window.etalage.track('purchase', { transactionid: '1', items: [{ itemid: '2206' }] })
    await new Promise((resolve) => setTimeout(resolve, 200))
  })
  assert.ok(
    said.some((text) => /"purchase\.transactionid".*"transaction_id"/.test(text)),
    said.join('\n'),
  )
  assert.ok(
    said.some((text) => /"purchase\.items\.itemid".*"item_id"/.test(text)),
    said.join('\n'),
  )
})

test('the storefront itself gives no warning', async (t) => {
  const { shopper, page, said } = await warnings(t)
  await consentTo(page, 'accept')
  for (const path of ['/nl/p/2206/', '/nl/c/garden/', '/nl/cart/', '/en/'])
    await shopper.visit(page, path)
  assert.deepEqual(said, [])
})
