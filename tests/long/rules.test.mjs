// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// A million random rules, histories and times: the evaluator agrees with the naive one on each.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import test from 'node:test'
import { repository } from '../../toolchain/paths.mjs'
import { cmake } from '../../tools/cmake.mjs'

test('the evaluator agrees with the naive one a million times', (t) => {
  cmake('native', 'etalage_tests')
  const { status, stdout } = spawnSync(
    `${repository}/build/native/etalage_tests`,
    ['--gtest_filter=Rules.AgreeWithTheNaive*'],
    { encoding: 'utf8', env: { ...process.env, ETALAGE_TRIPLES: '1000000' } },
  )
  t.diagnostic(stdout.trim().split('\n').at(-1))
  assert.equal(status, 0, stdout)
  assert.match(stdout, /\[ {2}PASSED {2}\] 1 test/)
})
