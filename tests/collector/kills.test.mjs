// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The collector under kill -9; tests/long/collector-kills.test.mjs does it fifty times.
import test from 'node:test'
import { eachStore } from './support/eachStore.mjs'
import { killUnderLoad } from './support/killUnderLoad.mjs'

eachStore((database) => {
  test('kill -9 under load loses no acknowledged report and counts none twice, 5 times in a row', async (t) => {
    await killUnderLoad(t, await database(), 5)
  })
})
