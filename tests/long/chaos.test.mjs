// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// P6, as in tests/browser/chaos.test.mjs, for every single call that a visit makes.
import assert from 'node:assert/strict'
import test from 'node:test'
import { runChaos } from '../browser/chaos/runChaos.mjs'

test('whichever call of the platform fails, the first time or the hundredth, the page never notices', async (t) => {
  const { visits, problems } = await runChaos(t, { everyCall: true })
  t.diagnostic(`${visits} visits`)
  assert.deepEqual(problems, [])
})
