// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** Where in the shop's own files something was wrong, and what should have stood there. */
export interface Problem {
  /** Stable name of the kind of problem, as `price-invalid`. */
  code: string
  /** What was found. */
  what: string
  /** What would have been right. */
  expected?: string
  /** The file, as the user would name it. */
  file?: string
  /** The line in it, from 1. */
  line?: number
  /** The row in it, from 1, where a file has no lines (Parquet). */
  row?: number
}

/** An input that cannot be used: ends the command with exit code 1. */
export class EtalageError extends Error {
  override readonly name = 'EtalageError'
  readonly problem: Problem

  constructor(problem: Problem) {
    super(describe(problem))
    this.problem = problem
  }
}

function describe({ file, line, row, what, expected }: Problem): string {
  const place =
    line !== undefined ? `${file}:${line}` : row !== undefined ? `${file}, row ${row}` : file
  return (place ? `${place}: ` : '') + what + (expected ? `; expected ${expected}` : '')
}
