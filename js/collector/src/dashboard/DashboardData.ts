// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { MeasureEstimates, Overview } from '../estimates/MeasureEstimates.js'
import type { Answer, Texts as Words } from '../pack/PackDescription.js'

export type {
  Arm,
  BucketEstimate,
  Comparison,
  EpochEstimates,
  MeasureEstimates,
  Overview,
  Uplift,
} from '../estimates/MeasureEstimates.js'
export type {
  Answer,
  Experiment,
  Measure as MeasureDescription,
  Texts as Words,
} from '../pack/PackDescription.js'

/** A group of customers in the shop's own order history; null where they are too few to be told. */
export interface HistoryGroup {
  customers: number | null
  /** Null as well where the history has no prices. */
  spent: number | null
}

/** What `etalage build` finds in the order history. */
export interface ShopHistory {
  from: string
  to: string
  customers: number
  /** ISO 4217; empty: unknown. */
  currency: string
  segments: (HistoryGroup & { name: string; label: Words })[]
  decisions: { name: string; label: Words; values: (HistoryGroup & Answer)[] }[]
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
