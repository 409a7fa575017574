// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** All that the rule compiler gets to read; the expressions are texts that nobody has looked into yet. */
export interface RuleSet {
  /** Milliseconds. */
  retention: number
  children: boolean
  facts: Fact[]
  rules: Rule[]
  /** Events that the shop declares, with their fields. */
  events: { name: string; fields: Field[] }[]
  /** Further columns of the catalogue that a rule names. */
  attributes: Field[]
  distributions: { name: string; values: number[] }[]
  /**
   * What people are shown, by what it is about: 'fact skill', 'choice skill=pro', 'slot home', 'measure lifecycle',
   * 'answer lifecycle=prospect', 'answer lifecycle by=yes', 'experiment home'.
   */
  texts: Text[]
  measures: Measure[]
  experiments: Experiment[]
  /** In epsilon. */
  budget: { week: number; lifetime: number }
  sensitive: string[]
  allowed: string[]
}

export interface Text {
  key: string
  en: string
  nl: string
}

export type RuleKind =
  'metric' | 'segment' | 'decision' | 'trigger' | 'observed' | 'inferred' | 'filter' | 'measure'

export interface Rule {
  kind: RuleKind
  /** Of a fact its name, of a filter its slot's; a measure's second rule, for `by`, is `<measure> by`. */
  name: string
  label: { en: string; nl: string }
  purpose: 'personalise' | 'measure'
  /** An observed or inferred fact that is one expression, the value itself. */
  isValue: boolean
  /** Of a trigger: at most so often in so many milliseconds. Of others: 0. */
  cap: { count: number; window: number }
  cases: RuleCase[]
}

export interface RuleCase {
  /** Empty where the expression is the rule. */
  value: string
  expression: string
  confidence: number
  /** What a decision's value is called; missing: nothing but the value. */
  words?: { en: string; nl: string }
}

/** Its answers are the cases of the rules of kind measure that have its name. */
export interface Measure {
  name: string
  of: string
  /** What divides it, as the configuration has it; empty: nothing. */
  by: string
  /** It asks whether the shopper lets the shop personalise, and has no rule. */
  personalise: boolean
  /** There is a rule `<name> by`. */
  byRule: boolean
  /** Empty: none. */
  byExperiment: string
  /** Epsilon is ln(a/b). */
  a: number
  b: number
  /** Of an epoch. */
  days: number
  at: 'visit' | 'epoch'
  /** Milliseconds, the end not included; 0: no bound. */
  from: number
  to: number
}

export interface Experiment {
  name: string
  /** Empty: every slot. */
  slot: string
  /** Of 10,000 shoppers. */
  holdout: number
  from: number
  to: number
  compare: string
}

export interface Fact {
  name: string
  type: 'boolean' | 'number' | 'text' | 'list'
  choices: { value: string; en: string; nl: string }[]
  /** Milliseconds; 0: never. */
  expires: number
  ask: { en: string; nl: string }
}

export interface Field {
  name: string
  type: 'number' | 'text'
}
