// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { RuleKind } from '../config/RuleSet.js'

/** What the compiler says about a set of rules. */
export interface Compilation {
  ok: boolean
  diagnostics: Diagnostic[]
  manifest: Manifest
  /** In the order of evaluation. */
  rules: { kind: RuleKind; name: string }[]
}

export interface Diagnostic {
  warning: boolean
  code: string
  kind: RuleKind
  rule: string
  /** What it is about where that is no rule: `fact skill`; else empty. */
  subject: string
  /** The case of a decision or a fact, from 0. */
  case: number | null
  line: number
  column: number
  /** 0 where it is about no place in the expression. */
  length: number
  /** The line of the expression. */
  source: string
  what: string
  expected: string
  hint: string
}

/** All that may be kept of a shopper, and what for. */
export interface Manifest {
  events: {
    /** `cart` is the cart as it is now. */
    event: string
    purpose: string
    fields: string[]
    days: number
    /** `segment diy-starter`, `slot home` */
    users: string[]
  }[]
  facts: { name: string; purpose: string; users: string[] }[]
}
