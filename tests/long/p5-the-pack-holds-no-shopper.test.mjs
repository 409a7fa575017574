// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Promise P5 on whole real histories: tests/build has the same on a slice, and shows that the count can fail.
import assert from 'node:assert/strict'
import test from 'node:test'
import { below, membership } from '../build/membership.mjs'
import {
  clickSessions,
  lacking,
  onlineRetailLines,
  sessionsOfInvoices,
  shopOfClicks,
  shopOfInvoices,
} from '../build/publicData.mjs'
import { readPack } from '../build/readPack.mjs'

const floor = 3

function check(t, shop, sessions) {
  shop.json('build')
  const behind = membership(readPack(shop), sessions)
  for (const [kind, customers] of Object.entries(behind)) {
    const atFloor = below(floor + 1, customers).length
    t.diagnostic(`${customers.size} ${kind}, ${atFloor} of them with exactly ${floor} customers`)
    assert.deepEqual(below(floor, customers), [])
    assert.ok(atFloor > 0, 'the floor itself is reached')
  }
}

test(
  'no pair and no learned vector of Online Retail rests on fewer than three customers',
  {
    skip: lacking('online-retail'),
  },
  async (t) => {
    const shop = shopOfInvoices(onlineRetailLines())
    check(t, shop, await sessionsOfInvoices(shop))
  },
)

for (const name of ['diginetica', 'retailrocket']) {
  test(
    `no pair and no learned vector of ${name} rests on fewer than three sessions`,
    {
      skip: lacking('sessions'),
    },
    (t) => {
      const sessions = clickSessions(name)
      check(t, shopOfClicks(sessions), sessions)
    },
  )
}
