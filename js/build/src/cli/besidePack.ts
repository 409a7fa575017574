// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { resolve } from 'node:path'
import type { Arguments } from './Arguments.js'
import { UsageError } from './UsageError.js'

/** Where a file that `--option` names goes; `shop.<ending>` beside shop.pack by default, undefined where none is wanted. */
export function besidePack(
  args: Arguments,
  option: string,
  pack: string,
  ending: string,
): string | undefined {
  if (args.has(`no-${option}`)) {
    if (args.has(option)) throw new UsageError(`--${option} and --no-${option} exclude each other`)
    return undefined
  }
  if (!args.has(option)) return `${pack.replace(/\.pack$/, '')}.${ending}`
  const path = resolve(args.text(option))
  if (path === pack) throw new UsageError(`--${option} names the place of the pack`)
  return path
}
