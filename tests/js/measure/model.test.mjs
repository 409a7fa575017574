// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Tabs, clocks and shoppers at random. More of it: tests/long/report-model.test.mjs.
import assert from 'node:assert/strict'
import test from 'node:test'
import { runReports } from './support/model.mjs'

for (const [what, options] of Object.entries({
  'while pages come and go': {},
  'while the clock goes back and forward': { clock: true },
  'while the shopper erases, withdraws and agrees again': { changes: true },
  'while the clock goes back and forward, and the database fails': { clock: true, faulty: true },
  'while the shopper changes their mind, and the database fails': { changes: true, faulty: true },
})) {
  test(`no epoch is answered twice, and no report leaves twice or without consent, ${what}`, async () => {
    let sent = 0
    for (let seed = 1; seed <= 10; ++seed) sent += await runReports({ seed, each: 100, ...options })
    assert.ok(sent > 10, `${sent} reports`)
  })
}
