// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// runGoogleTest: one GoogleTest program. Its output is read line by line rather than from a report at the end,
// which a program that crashes never writes.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { Totals } from './Totals.mjs'

export async function runGoogleTest(command, ...args) {
  const child = spawn(command, [...args, '--gtest_color=no'], { stdio: ['ignore', 'pipe', 'pipe'] })
  const closed = once(child, 'close')
  const totals = new Totals()
  let running
  let said = []

  child.stderr.setEncoding('utf8').on('data', (text) => said.push(text.trimEnd()))
  for await (const line of createInterface({ input: child.stdout })) {
    const [, mark, test] =
      /^\[ +(RUN|OK|FAILED|SKIPPED|PASSED) +\] (\S+?),?(?: |$)/.exec(line) ?? []
    const [, disabled] = /^ +YOU HAVE (\d+) DISABLED TEST/.exec(line) ?? []
    if (disabled)
      for (let i = 0; i < Number(disabled); i++) totals.skip('a test', 'disabled in its source')
    if (mark === 'RUN') {
      running = test
      said = []
    } else if (mark && test === running) {
      if (mark === 'OK') totals.pass()
      if (mark === 'FAILED') totals.fail(test, said.join('\n'))
      if (mark === 'SKIPPED') totals.skip(test, said.slice(1).join(' '))
      running = undefined
    } else {
      said.push(line)
    }
  }

  const [status, signal] = await closed
  if (running)
    totals.fail(running, `ended with ${signal ?? status} in this test\n${said.join('\n')}`)
  else if (status !== 0 && totals.failed === 0)
    totals.fail(command, `ended with ${signal ?? status}\n${said.join('\n')}`)
  return totals
}
