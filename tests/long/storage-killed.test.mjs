// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import test from 'node:test'
import { survivesKills } from '../browser/support/killed.mjs'

test('a browser that is killed two hundred times loses nothing that was flushed', (t) =>
  survivesKills(t, 200))
