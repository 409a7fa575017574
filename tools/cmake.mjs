// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// cmake: configures a preset of CMakePresets.json and builds targets of it. Quick when nothing has changed.
import { availableParallelism } from 'node:os'
import { repository } from '../toolchain/paths.mjs'
import { run } from '../toolchain/run.mjs'

export function cmake(preset, ...targets) {
  run('cmake', ['--preset', preset, '--log-level=ERROR'], {
    cwd: repository,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  // On a terminal Ninja counts along on one line; in a log it speaks only of what fails.
  const quiet = process.stdout.isTTY ? [] : ['--', '--quiet']
  const jobs = `${availableParallelism()}`
  run(
    'cmake',
    ['--build', '--preset', preset, '--parallel', jobs, '--target', ...targets, ...quiet],
    { cwd: repository },
  )
}
