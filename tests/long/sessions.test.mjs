// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What `etalage evaluate` reaches on public session data, whole, with a support floor of 3. The floors lie a point below what was
// measured (docs/recommendations.md), so that chance does not fail them and a loss does.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import test from 'node:test'
import { repository } from '../../toolchain/paths.mjs'

const data = `${repository}/../shared/data/sessions`
const skip = !existsSync(data) && 'needs ../shared/data/sessions'

const floors = {
  diginetica: { all: [0.539, 0.187], new: [0.463, 0.137] },
  retailrocket: { all: [0.581, 0.298], new: [0.37, 0.123] },
}

for (const [name, floor] of Object.entries(floors)) {
  test(`the next product of ${name} is found as often as it was`, { skip }, (t) => {
    const files = [
      '--train',
      `${data}/${name}.train.txt.gz`,
      '--test',
      `${data}/${name}.test.txt.gz`,
    ]
    const command = [`${repository}/js/build/dist/cli.js`, 'evaluate', ...files, '--json']
    const result = JSON.parse(execFileSync(process.execPath, command, { encoding: 'utf8' }))
    for (const kind of ['all', 'new']) {
      const { hr20, mrr20 } = result[kind]
      t.diagnostic(`${name} ${kind}: HR@20 ${hr20} MRR@20 ${mrr20}`)
      assert.ok(hr20 >= floor[kind][0] && mrr20 >= floor[kind][1], `${kind}: ${hr20} / ${mrr20}`)
    }
    assert.ok(result.bytesPerItem <= 100, `${result.bytesPerItem} bytes an item`)
  })
}
