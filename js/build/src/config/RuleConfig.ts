// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** An expression of the rule language: docs/rules.md. */
export type Expression = string

/** What a rule may be used for, and what a shopper's refusal of it ends. Default `personalise`. */
export type Purpose = 'personalise' | 'measure'

/** The same text for shoppers in each language. Left out: the rule's name is shown. */
export interface Texts {
  nl?: string
  en?: string
}

/** A number. */
export interface MetricConfig {
  value: Expression
  label?: Texts
  purpose?: Purpose
}

/** True or false. */
export interface SegmentConfig {
  when: Expression
  label?: Texts
  purpose?: Purpose
}

/** The first case whose expression holds gives the value; `true` as the last one's catches the rest. */
export interface DecisionConfig {
  cases: DecisionCase[]
  label?: Texts
  /** What its values are called: `{ prospect: { nl: 'Belangstellende', en: 'Prospect' } }`. */
  values?: Record<string, Texts>
  purpose?: Purpose
}

export type DecisionCase = [value: string, when: Expression]

/** Calls the page back at the moment when `when` begins to hold. */
export interface TriggerConfig {
  when: Expression
  /** How often it may fire: `'2 per 1w'`. Default `'1 per 1d'`. */
  atMost?: string
  label?: Texts
  purpose?: Purpose
}

/** Something known of a shopper: what they answered (stated), did (observed), or what follows from it (inferred). */
export interface FactConfig {
  /** Default `text`. */
  type?: 'text' | 'number' | 'boolean'
  /** The answers that a text may be, as a list, or each with what it is called. Left out: any. */
  choices?: string[] | Record<string, Texts>
  /** A text fact that holds a list of answers. It can be stated only. */
  many?: true
  /** The question to the shopper. */
  ask?: Texts
  /** How long an answer holds: `'365d'`. Left out: until it is changed or forgotten. */
  expires?: string
  /** What the shopper did says this: an expression that is the value, or (not of a boolean) cases. */
  observed?: Expression | FactCase[]
  /** This is likely, from what the shopper did: likewise. */
  inferred?: Expression | FactCase[]
  /** Of `observed` and `inferred`. */
  purpose?: Purpose
}

/** The first case whose expression holds gives the value. The confidence is above 0 and at most 1; left out: 1. */
export type FactCase = [value: string | number, when: Expression, confidence?: number]

/** The fields of an event of the shop's own. */
export type EventConfig = Record<string, 'text' | 'number'>
