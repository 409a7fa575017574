// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import nodeTest, { after, before, describe } from 'node:test'
import { Chromium } from './Chromium.mjs'
import { Firefox } from './Firefox.mjs'
import { WebKit } from './WebKit.mjs'

/**
 * Declares the same tests for each engine, which is started once a file, with a profile of its own. `declare` gets a `test` whose
 * functions are called with (t, browser),
 * and the engine's class.
 */
export function eachEngine(declare) {
  for (const Engine of [Chromium, Firefox, WebKit]) {
    describe(Engine.label, () => {
      let profile
      let browser
      before(async () => {
        profile = mkdtempSync(join(tmpdir(), 'browser-'))
        browser = new Engine(profile)
        await browser.start()
      })
      after(async () => {
        await browser.close()
        rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
      })
      declare((name, run) => nodeTest(`${Engine.label}: ${name}`, (t) => run(t, browser)), Engine)
    })
  }
}
