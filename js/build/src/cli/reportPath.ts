// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { resolve } from 'node:path'
import type { Arguments } from './Arguments.js'
import { UsageError } from './UsageError.js'

/** Where the quality report of a pack goes; undefined where none is wanted. */
export function reportPath(args: Arguments, pack: string): string | undefined {
  if (args.has('no-report')) {
    if (args.has('report')) throw new UsageError('--report and --no-report exclude each other')
    return undefined
  }
  if (!args.has('report')) return `${pack.replace(/\.pack$/, '')}.quality.html`
  const path = resolve(args.text('report'))
  if (path === pack) throw new UsageError('--report names the place of the pack')
  return path
}
