// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What was flushed survives the end of the browser. Two hundred times: tests/long/storage-killed.test.mjs.
import test from 'node:test'
import { survivesKills } from './support/killed.mjs'

test('a browser that is killed ten times loses nothing that was flushed', (t) =>
  survivesKills(t, 10))
