// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Terminal } from './Terminal.js'

/** A table with its first line in bold; `none` where nothing is below it. */
export function headed(table: string, terminal: Terminal): string {
  const [head, ...rows] = table.split('\n')
  return [terminal.bold(head), ...(rows.length ? rows : ['none'])].join('\n')
}
