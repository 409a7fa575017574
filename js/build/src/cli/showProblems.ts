// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { describeProblem } from '../describeProblem.js'
import type { Problem } from '../Problem.js'
import type { Terminal } from './Terminal.js'

/** Prints errors and warnings where people read them. */
export function showProblems(problems: readonly Problem[], terminal: Terminal): void {
  for (const problem of problems) {
    const word = problem.warning ? 'etalage: warning:' : terminal.red('etalage:')
    terminal.error(`${word} ${describeProblem(problem)}`)
  }
}
