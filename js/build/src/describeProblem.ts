// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { PlaceInRule, Problem } from './Problem.js'

/** A longer line is shown in part: so much before and after the place. */
const longest = 120
const shownBefore = 60
const shownAfter = 60

/** A problem for people, with its code: on one line, and where it is in a rule with the rule's line and a caret. */
export function describeProblem(problem: Problem): string {
  const { code, what, expected, hint, rule, at } = problem
  const place = [placeInFile(problem), rule && at ? `${rule}, ${at.line}:${at.column}` : rule]
  const said = [...place.filter(Boolean), what].join(': ')
  if (!at) {
    const rest = [expected && `; expected ${expected}`, hint && ` (${hint})`]
    return `${said}${rest.filter(Boolean).join('')} [${code}]`
  }
  return [
    `${said} [${code}]`,
    ...pointAt(at),
    ...(expected ? [`  expected ${expected}`] : []),
    ...(hint ? [`  ${hint}`] : []),
  ].join('\n')
}

function placeInFile({ file, line, row }: Problem): string | undefined {
  if (line !== undefined) return `${file}:${line}`
  return row !== undefined ? `${file}, row ${row}` : file
}

function pointAt({ source, column, length }: PlaceInRule): string[] {
  const letters = Array.from(source)
  const whole = letters.length <= longest
  const from = whole ? 0 : Math.max(0, column - 1 - shownBefore)
  const to = whole ? letters.length : Math.min(letters.length, column - 1 + shownAfter)
  const start = from > 0 ? '… ' : ''
  // A tab stays one, so that the caret stands under its letter however wide tabs are shown.
  const before = (start + letters.slice(from, column - 1).join('')).replace(/[^\t]/gu, ' ')
  const underlined = Math.max(1, Math.min(length, to - column + 1))
  return [
    `    ${start}${letters.slice(from, to).join('')}${to < letters.length ? ' …' : ''}`,
    `    ${before}^${'~'.repeat(underlined - 1)}`,
  ]
}
