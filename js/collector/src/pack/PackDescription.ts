// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** What a pack says of its measures, as the collector's module describes it. */
export interface PackDescription {
  measures: Measure[]
  experiments: Experiment[]
  /** What a shopper's answers may cost together, in ε. */
  budget: { week: number; lifetime: number }
}

export interface Measure {
  name: string
  /** As the configuration has it: `decision.lifecycle`, `funnel`, `slot.home`. */
  of: string
  /** 16 hexadecimal digits: another one as soon as the definition is another. */
  series: string
  label: Texts
  mechanism: Mechanism
  /** ε = ln(a/b) */
  a: number
  b: number
  epsilon: number
  /** How likely a report supports the answer of its shopper, and another one. */
  p: number
  q: number
  /** Of an epoch. */
  days: number
  at: 'visit' | 'epoch'
  /** Milliseconds since the Unix epoch: asked from then until before that; 0: no bound. */
  from: number
  to: number
  /** Asked only where the shop may personalise too. */
  personal: boolean
  /** What divides the rows into columns. */
  across: null | 'rule' | 'experiment'
  /** The name of the experiment that divides it; else empty. */
  experiment: string
  rows: Answer[]
  /** Empty where nothing divides it. */
  columns: Answer[]
}

/** How answers are randomised: k-ary randomised response, or optimised unary encoding. */
export type Mechanism = 'k-rr' | 'oue'

export interface Answer {
  value: string
  en: string
  nl: string
}

export interface Texts {
  en: string
  nl: string
}

export interface Experiment {
  name: string
  /** Empty: the whole package. */
  slot: string
  label: Texts
  /** The share of shoppers that is held out. */
  holdout: number
  from: number
  to: number
  /** An earlier experiment that it is compared with; it may be of an earlier pack. */
  compare: string
}
