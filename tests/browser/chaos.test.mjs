// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// P6: nothing is ever thrown into the page, and no rejection is left unhandled, whichever call of the platform fails.
import assert from 'node:assert/strict'
import test from 'node:test'
import { runChaos } from './chaos/runChaos.mjs'

test('whichever call of the platform fails, the page never notices', async (t) => {
  const { visits, problems } = await runChaos(t)
  t.diagnostic(`${visits} visits`)
  assert.deepEqual(problems, [])
})
