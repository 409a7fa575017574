// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import test from 'node:test'
import { runReports } from '../js/measure/support/model.mjs'

for (const options of [{ clock: true }, { changes: true }]) {
  for (const faulty of [false, true]) {
    test(`a hundred shoppers, with four tabs each: ${JSON.stringify({ ...options, faulty })}`, async () => {
      for (let seed = 100; seed < 200; ++seed)
        await runReports({ seed, each: 300, ...options, faulty })
    })
  }
}
