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
  /** What was perhaps meant. */
  hint?: string
  /** The file, as the user would name it. */
  file?: string
  /** The line in it, from 1. */
  line?: number
  /** The row in it, from 1, where a file has no lines (Parquet). */
  row?: number
  /** The rule it is about: `segment diy-starter, case 2`. */
  rule?: string
  /** The place in that rule's expression. */
  at?: PlaceInRule
  /** It is worth knowing, and nothing fails for it. */
  warning?: true
}

export interface PlaceInRule {
  /** From 1, in the expression. */
  line: number
  /** From 1, in characters. */
  column: number
  /** Characters that it concerns. */
  length: number
  /** The line of the expression itself. */
  source: string
}
