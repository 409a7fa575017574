// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// main: does the work of a script when that script is what Node was started with, and not when it is imported. What
// fails on the way is told in one message.
import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export async function main(script, work) {
  const started = process.argv[1]
  if (!started || realpathSync(started) !== fileURLToPath(script)) return
  try {
    await work()
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
