// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Mechanism } from './Estimator.js'

/** What a pack measures, as the core describes it (core/engine/describe_measures.h). */
export interface MeasuresDescription {
  measures: MeasureDescription[]
  experiments: ExperimentDescription[]
  budget: { week: number; lifetime: number }
}

export interface MeasureDescription {
  name: string
  of: string
  /** 16 hexadecimal digits; another definition is another series. */
  series: string
  label: { en: string; nl: string }
  mechanism: Mechanism
  a: number
  b: number
  epsilon: number
  p: number
  q: number
  /** Of an epoch. */
  days: number
  at: 'visit' | 'epoch'
  /** Milliseconds; 0: no bound. */
  from: number
  to: number
  /** Asked only of shoppers who let the shop personalise as well. */
  personal: boolean
  across: null | 'rule' | 'experiment'
  experiment: string
  /** A bucket is row * columns + column. */
  rows: AnswerDescription[]
  /** Empty where nothing divides the answers. */
  columns: AnswerDescription[]
}

export interface AnswerDescription {
  value: string
  en: string
  nl: string
}

export interface ExperimentDescription {
  name: string
  /** Empty: every slot. */
  slot: string
  label: { en: string; nl: string }
  /** The share of shoppers who are held out. */
  holdout: number
  from: number
  to: number
  compare: string
}
