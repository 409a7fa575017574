// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** Words in the languages of a shop. */
export interface Words {
  en: string
  nl: string
}

/** One of the answers to a measure. */
export interface Answer extends Words {
  value: string
}

/** A measure as the pack has it. Its buckets: row * columns + column, where a measure without columns has one. */
export interface MeasureDescription {
  name: string
  /** `decision.lifecycle`, `funnel`, `slot.home`, … */
  of: string
  series: string
  label: Words
  mechanism: 'k-rr' | 'oue'
  /** ε is ln(a/b). */
  a: number
  b: number
  epsilon: number
  /** How often a report supports the true answer, and how often any other. */
  p: number
  q: number
  /** Of an epoch. */
  days: number
  at: 'visit' | 'epoch'
  /** Milliseconds since the Unix epoch; 0: no bound. */
  from: number
  to: number
  /** Asked only where personalise is granted too. */
  personal: boolean
  across: null | 'rule' | 'experiment'
  experiment: string
  rows: Answer[]
  columns: Answer[]
}

/** What the reports say of one bucket. Shares are of all reports; their interval is of 95 %. */
export interface BucketEstimate {
  count: number
  share: number
  /** The standard error of the share. */
  se: number
  low: number
  high: number
  /** The share made to be shown: never negative, and all together one (Norm-Sub). */
  display: number
  /** From zero, after Bonferroni. */
  different: boolean
}

export interface EpochEstimates {
  epoch: number
  /** Its first and last day, `2026-11-16`. */
  from: string
  to: string
  /** Reports may still come. */
  open: boolean
  reports: number
  enough: boolean
  /** By bucket; null where there are not enough reports. */
  estimates: BucketEstimate[] | null
}

/** One side of an experiment. A rate is the share of this arm's shoppers that did it. */
export interface Arm {
  /** How many of the reports are of this arm, estimated. */
  reports: number | null
  se: number | null
  share: number | null
  low: number | null
  high: number | null
  /** Reports that came in, of those to be expected of its part of the shoppers. */
  response: number | null
  rate: number | null
  rateLow: number | null
  rateHigh: number | null
}

export interface Uplift {
  /** Shown, held out. */
  arms: [Arm, Arm]
  /** The rate of the shown less that of the held out; its interval is valid at one look, the other at any. */
  uplift: number | null
  low: number | null
  high: number | null
  anytimeLow: number | null
  anytimeHigh: number | null
  relative: number | null
  /** The share that is held out, by design and as found. */
  ratio: { expected: number; found: number | null; p: number | null; suspect: boolean }
}

export interface Comparison {
  difference: number | null
  low: number | null
  high: number | null
}

/** What `GET /estimates` answers of one measure. */
export interface MeasureEstimates {
  measure: MeasureDescription
  from: string
  to: string
  answeredBy: 'measure' | 'both'
  /** The fewest reports that anything is published of. */
  floor: number
  epochs: EpochEstimates[]
  total: { reports: number; enough: boolean; estimates: BucketEstimate[] | null }
  /** How far one forged report moves an estimate, and all estimates together. */
  perReport: number
  allBits: number
  /** Of an experiment: bought. */
  uplift: Uplift | null
  /** Of a slot's: clicked, or further. */
  clicks: Uplift | null
  /** The earlier campaign that this one is compared with. */
  against: { name: string; uplift: Uplift; comparison: Comparison } | null
}

export interface Experiment {
  name: string
  /** Empty: the whole package. */
  slot: string
  label: Words
  holdout: number
  from: number
  to: number
  compare: string
}

/** What `GET /measures` answers. */
export interface Overview {
  measures: {
    name: string
    label: Words
    of: string
    series: string
    reports: number
    firstEpoch: number | null
    lastEpoch: number | null
    /** The pack still asks it in this form. */
    current: boolean
  }[]
  experiments: Experiment[]
  /** ε that the answers of one shopper may cost. */
  budget: { week: number; lifetime: number }
}

/** A segment among the customers of the shop's own order history; numbers are null where they are too few to be told. */
export interface HistorySegment {
  name: string
  label: Words
  customers: number | null
  /** What they spent together. */
  value: number | null
  currency: string
}

/** Those of whom a decision has this value. */
export interface HistoryAnswer extends Answer {
  customers: number | null
  spent: number | null
}

/** What `etalage build` finds in the order history. */
export interface ShopHistory {
  from: string
  to: string
  customers: number
  segments: HistorySegment[]
  decisions: { name: string; label: Words; values: HistoryAnswer[] }[]
}

/** What the consent banner counted on a day: how often it was shown, and what was granted. */
export interface ConsentDay {
  day: string
  shown: number
  personalise: number
  measure: number
}

/** All that a dashboard is made from. */
export interface DashboardData {
  measures: MeasureEstimates[]
  overview: Overview
  history?: ShopHistory
  consent?: ConsentDay[]
}
