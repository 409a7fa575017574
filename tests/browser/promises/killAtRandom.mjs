// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { openCornerShop } from '../corner-shop/openCornerShop.mjs'
import { agree, enter, numbered, seen } from '../corner-shop/shopper.mjs'

/** The longest that a shopper is left in peace, in milliseconds. */
const longest = 400

/**
 * A shopper looks at one product after the other, each durable before the next; at a random moment all ends, as by kill -9. What is
 * there afterwards is what was seen, in its order, but for at most the last.
 */
export async function killAtRandom(t, browser, times) {
  const shop = await openCornerShop(t, { files: { '/durable': '' } })
  let known = 0
  for (let round = 0; round < times; ++round) {
    const tab = await enter(t, browser, shop.url)
    if (round === 0) await agree(tab)
    known = await check(tab, shop, known, round)
    await tab.evaluate((from) => {
      const goOn = async () => {
        for (let i = from; ; ++i) {
          window.etalage.track('view_item', { items: [{ item_id: `p${i}` }] })
          await window.etalage.flush()
          // What this page knows, and whoever kills it could not ask any more.
          await fetch(`/durable?${i + 1}`)
        }
      }
      void goOn()
    }, known)
    await new Promise((resolve) => setTimeout(resolve, Math.random() * longest))
    await browser.crash(tab)
  }
  await check(await enter(t, browser, shop.url), shop, known, times)
  return known
}

async function check(tab, shop, before, round) {
  const told = shop.requests.filter((request) => request.startsWith('GET /durable')).at(-1)
  const durable = Number(told?.split('?')[1] ?? before)
  const ids = await seen(tab)
  assert.deepEqual(ids, numbered(ids.length), `round ${round}`)
  assert.ok(
    ids.length === durable || ids.length === durable + 1,
    `round ${round}: ${ids.length} products where ${durable} were durable`,
  )
  return ids.length
}
