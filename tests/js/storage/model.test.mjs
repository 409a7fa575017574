// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Eight tabs at random, against a model. Ten thousand operations in each: tests/long/storage-model.test.mjs.
import assert from 'node:assert/strict'
import test from 'node:test'
import { runModel } from './support/model.mjs'

test('eight tabs that do as shoppers do end in one state, with all that must be in it', async () => {
  for (let seed = 1; seed <= 3; ++seed) assert.ok((await runModel({ seed, each: 300 })).length > 0)
})

test('the same while the database fails now and then', async () => {
  for (let seed = 1; seed <= 3; ++seed) await runModel({ seed, each: 200, faulty: true })
})
