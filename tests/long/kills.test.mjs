// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// P7, as in tests/browser/promises/p7-a-state-that-existed.test.mjs: two hundred kills.
import test from 'node:test'
import { Chromium } from '../browser/engines/Chromium.mjs'
import { Firefox } from '../browser/engines/Firefox.mjs'
import { WebKit } from '../browser/engines/WebKit.mjs'
import { killAtRandom } from '../browser/promises/killAtRandom.mjs'

/** A profile is killed so many times before the next begins: what it has room for. */
const times = 10

for (const [Engine, profiles] of [
  [Chromium, 10],
  [Firefox, 5],
  [WebKit, 5],
]) {
  test(`${Engine.label}: after kill -9 at ${times * profiles} random moments at most the last event is missing`, async (t) => {
    for (let i = 0; i < profiles; ++i) await killAtRandom(t, Engine, times)
  })
}
