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
  /** What a shopper is shown, by what it is about: 'fact skill', 'choice skill=pro', 'slot home'. */
  texts: Text[]
  sensitive: string[]
  allowed: string[]
}

export interface Text {
  key: string
  en: string
  nl: string
}

export type RuleKind =
  'metric' | 'segment' | 'decision' | 'trigger' | 'observed' | 'inferred' | 'filter'

export interface Rule {
  kind: RuleKind
  /** Of a fact its name, of a filter its slot's. */
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
