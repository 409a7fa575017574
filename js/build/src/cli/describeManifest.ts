// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Manifest } from '../builder/Compilation.js'
import { formatNumber } from './formatNumber.js'
import { formatTable } from './formatTable.js'
import type { Terminal } from './Terminal.js'
import { wrapWords } from './wrapWords.js'

/** What is collected, for how long and what needs it, for people. */
export function describeManifest(manifest: Manifest, terminal: Terminal): string {
  const events = manifest.events.map(({ event, fields, days, purpose, users }) => [
    [event],
    wrapWords(fields, 40),
    [event === 'cart' ? 'as it is now' : `${formatNumber(days)} days`],
    [purpose],
    wrapWords(users, 60),
  ])
  const facts = manifest.facts.map(({ name, purpose, users }) => [
    [name],
    [purpose],
    wrapWords(users, 60),
  ])
  return [
    table(['event kept', 'fields', 'for', 'purpose', 'needed by'], events, terminal),
    table(['answer kept', 'purpose', 'needed by'], facts, terminal),
  ].join('\n\n')
}

/** Rows whose cells have several lines each. */
function table(head: string[], rows: string[][][], terminal: Terminal): string {
  const lines = rows.flatMap((cells) => {
    const height = Math.max(...cells.map((cell) => cell.length))
    return Array.from({ length: height }, (_, line) => cells.map((cell) => cell[line] ?? ''))
  })
  const [first, ...rest] = formatTable([head, ...lines]).split('\n')
  return [terminal.bold(first), ...(rest.length ? rest : ['none'])].join('\n')
}
