// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Runs a program of bench/native over a workload; gives what it prints.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { repository } from '../toolchain/paths.mjs'
import { cmake } from '../tools/cmake.mjs'
import { writeWorkload } from './writeWorkload.mjs'

export function runNative(program, workload, ...options) {
  cmake('native', program)
  const folder = mkdtempSync(join(tmpdir(), 'etalage-bench-'))
  try {
    const file = join(folder, 'workload')
    writeWorkload(file, workload)
    const path = `${repository}/build/native/bench/native/${program}`
    return JSON.parse(execFileSync(path, [file, ...options], { encoding: 'utf8' }))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
