// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// As tests/collector/kills.test.mjs: fifty kills.
import test from 'node:test'
import { eachStore } from '../collector/support/eachStore.mjs'
import { killUnderLoad } from '../collector/support/killUnderLoad.mjs'

eachStore((database) => {
  test('kill -9 under load loses no acknowledged report and counts none twice, 50 times in a row', async (t) => {
    console.log(JSON.stringify(await killUnderLoad(t, await database(), 50)))
  })
})
