// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// runNodeTests: files of node:test, each in a process of its own, one after another.
import { relative } from 'node:path'
import { run } from 'node:test'
import { repository } from '../../toolchain/paths.mjs'
import { Totals } from './Totals.mjs'

const minutes = 60_000

export async function runNodeTests(files, { timeout = 5 * minutes } = {}) {
  const totals = new Totals()
  for await (const { type, data } of run({ files, concurrency: 1, timeout })) {
    if (type === 'test:stderr') process.stderr.write(data.message)
    if (!['test:pass', 'test:fail'].includes(type) || data.details.type === 'suite') continue
    const file = relative(repository, data.file ?? '')
    const isFile = data.name === data.file
    const name = isFile ? file : `${file}: ${data.name}`
    if (data.skip !== undefined) totals.skip(name, reason(data.skip))
    else if (data.todo !== undefined) totals.skip(name, `to do: ${reason(data.todo)}`)
    else if (type === 'test:fail') totals.fail(name, explain(data.details.error))
    else if (isFile) totals.fail(name, 'holds no test')
    else totals.pass()
  }
  return totals
}

function reason(given) {
  return typeof given === 'string' ? given : ''
}

function explain(error) {
  const cause = error.cause ?? error
  return cause.stack ?? String(cause.message ?? cause)
}
