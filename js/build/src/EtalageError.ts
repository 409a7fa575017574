// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { describeProblem } from './describeProblem.js'
import type { Problem } from './Problem.js'

/** An input that cannot be used: ends the command with exit code 1. */
export class EtalageError extends Error {
  override readonly name = 'EtalageError'
  /** All that was found; at least one. */
  readonly problems: readonly Problem[]

  constructor(first: Problem, ...more: readonly Problem[]) {
    const problems = [first, ...more]
    super(problems.map(describeProblem).join('\n'))
    this.problems = problems
  }

  get problem(): Problem {
    return this.problems[0]
  }
}
