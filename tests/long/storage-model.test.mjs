// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import test from 'node:test'
import { runModel } from '../js/storage/support/model.mjs'

test('eight tabs of ten thousand random operations end in one state, with all that must be in it', async () => {
  await runModel({ seed: 11, each: 10_000 })
})

test('the same while the database fails now and then', async () => {
  for (let seed = 21; seed < 31; ++seed) await runModel({ seed, each: 1000, faulty: true })
})
