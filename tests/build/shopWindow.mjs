// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { answer, give, message, newRuntime, why } from '../wasm/support/runtime.mjs'

/** What the browser's module shows in the slot "home" to somebody who has looked at these products: ids. */
export async function shopWindow(shop, viewed, name = 'shop.pack') {
  const runtime = await newRuntime()
  give(runtime, readFileSync(shop.path(name)))
  assert.ok(runtime.open(), why(runtime))
  runtime.begin_profile(1n)
  for (const [i, id] of viewed.entries()) {
    give(runtime, message('view_item', '', 0, 1, 1, 'item_id', 1, id))
    assert.ok(runtime.track(Date.UTC(2026, 0, 5) + 1000 * i), why(runtime))
  }
  assert.ok(runtime.update(Date.UTC(2026, 0, 5) + 1000 * viewed.length, 0), why(runtime))
  give(runtime, message('home', 8, '', 0, 0))
  assert.ok(runtime.recommend(), why(runtime))
  return answer(runtime).items.map(({ id }) => id)
}
