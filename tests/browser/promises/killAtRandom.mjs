// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCornerShop } from '../corner-shop/openCornerShop.mjs'
import { numbered } from '../corner-shop/shopper.mjs'

/** The longest that the shopper is left in peace, in milliseconds. */
const longest = 400

/** How long a browser may take to show the page. */
const patience = 30_000

/**
 * Kills a browser, of which nobody holds the strings, so many times at random moments of a shopper who looks at one product after the
 * other. After each start the profile is what was seen, in its order, but for at most the last.
 */
export async function killAtRandom(t, Engine, times) {
  const profile = mkdtempSync(join(tmpdir(), 'browser-'))
  t.after(() => rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }))
  const shop = await openCornerShop(t, { files: { '/found': '', '/durable': '' } })
  let found = []
  for (let round = 0; round <= times; ++round) {
    const browser = await Engine.startAlone(profile, `${shop.url}looks-on.html`)
    try {
      const at = await until(() => tellings(shop, 'found')[round], `${Engine.label} shows no page`)
      // A browser that was killed before it told anything has still found what it found.
      const before = found.length
      found = told(shop, at).split(',').filter(Boolean)
      const last = tellings(shop, 'durable').findLast((index) => index < at)
      const durable = Math.max(before, last === undefined ? 0 : Number(told(shop, last)))
      check(found, durable, `after ${round} kills`)
      if (round < times) await sleep(Math.random() * longest)
    } finally {
      await browser.kill()
    }
  }
  assert.ok(found.length > 0, 'the shopper saw nothing')
}

/** Where in the server's log the page told this. */
function tellings({ requests }, what) {
  return [...requests.keys()].filter((index) => requests[index].startsWith(`GET /${what}?`))
}

function told({ requests }, index) {
  return requests[index].split('?')[1]
}

function check(found, durable, when) {
  assert.deepEqual(found, numbered(found.length), when)
  assert.ok(
    found.length === durable || found.length === durable + 1,
    `${when}: ${found.length} products where ${durable} were durable`,
  )
}

async function until(find, otherwise) {
  for (const end = Date.now() + patience; ; await sleep(20)) {
    const found = find()
    if (found !== undefined) return found
    if (Date.now() > end) throw new Error(otherwise)
  }
}

function sleep(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
