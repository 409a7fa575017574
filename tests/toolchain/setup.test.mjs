// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What the set-up decides: which release is recent enough, which address to take packages from, what is missing.
import assert from 'node:assert/strict'
import test from 'node:test'
import { mirrorsIn } from '../../toolchain/apt.mjs'
import { atLeast } from '../../toolchain/emscripten.mjs'
import { isComplete } from '../../toolchain/node-packages.mjs'

test('a release is compared by number, not by text', () => {
  assert.equal(atLeast([3, 1, 60], '"3.1.6"\n'), false)
  assert.equal(atLeast([3, 1, 60], '3.1.59'), false)
  assert.equal(atLeast([3, 1, 60], '3.1.60'), true)
  assert.equal(atLeast([3, 1, 60], '"3.1.69"'), true)
  assert.equal(atLeast([3, 1, 60], '4.0.1-git'), true)
  assert.equal(atLeast([3, 1, 60], 'unknown'), false)
})

test('the mirror is the address of the main component of the running release', () => {
  const indexes = [
    "'https://tools.example/node/dists/nodistro/main/binary-amd64/Packages.xz' a 0",
    "'http://security.example/debian-security/dists/bookworm-security/main/binary-amd64/Packages.xz' b 0",
    "'http://mirror.example/debian/dists/bookworm/InRelease' c 0",
    "'http://mirror.example/debian/dists/bookworm/main/binary-amd64/Packages.xz' d 0",
    "'http://mirror.example/debian/dists/bookworm/main/binary-all/Packages.xz' e 0",
    "'http://source.example/debian/dists/bookworm/main/source/Sources.xz' f 0",
    "'https://extra.example/dists/bookworm/extra/binary-amd64/Packages.xz' g 0",
  ].join('\n')
  assert.deepEqual(mirrorsIn(indexes, 'bookworm'), ['http://mirror.example/debian'])
  assert.deepEqual(mirrorsIn(indexes, 'noble'), [])
})

test('node_modules is complete when each package has its version, but for those of other systems', () => {
  const wanted = {
    '': { name: 'workspace' },
    'js/etalage': { version: '0.1.0' },
    'node_modules/etalage': { link: true },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/other-system': { version: '1.0.0', optional: true },
  }
  const installed = {
    'node_modules/etalage': { link: true },
    'node_modules/a': { version: '1.0.0' },
  }
  assert.equal(isComplete(wanted, installed), true)
  assert.equal(isComplete(wanted, { ...installed, 'node_modules/a': { version: '1.0.1' } }), false)
  assert.equal(isComplete(wanted, { 'node_modules/a': { version: '1.0.0' } }), false)
  assert.equal(isComplete(wanted, {}), false)
})
