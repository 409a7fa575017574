// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Experiment, Measure, PackDescription, Texts } from '../pack/PackDescription.js'

/** What `GET /estimates` answers of one measure. */
export interface MeasureEstimates {
  measure: Measure
  /** The first and last day that the epochs cover, `2026-11-16`, in UTC. */
  from: string
  to: string
  /** Who could answer: those who granted `measure`, or only those who granted `personalise` too. */
  answeredBy: 'measure' | 'both'
  /** The fewest reports that anything is published of. */
  floor: number
  epochs: EpochEstimates[]
  /** All epochs of the range together. */
  total: Total
  /** How far one forged report moves an estimate, and all estimates together. */
  perReport: number
  allBits: number
  /** Where an experiment divides the measure: how many more of those shown bought. */
  uplift: Uplift | null
  /** Of a slot: clicked, or got further. */
  clicks: Uplift | null
  /** The earlier experiment that this one is compared with. */
  against: { name: string; uplift: Uplift; comparison: Comparison } | null
}

export interface Total {
  reports: number
  enough: boolean
  /** By bucket; null where there are not enough reports. */
  estimates: BucketEstimate[] | null
}

export interface EpochEstimates extends Total {
  epoch: number
  from: string
  to: string
  /** Reports may still come. */
  open: boolean
}

/** What the reports say of one bucket. Shares are of all reports, intervals of 95 %. */
export interface BucketEstimate {
  count: number
  share: number
  /** Of the share. */
  se: number
  low: number
  high: number
  /** For charts: never negative, and all of them together one (Norm-Sub). */
  display: number
  /** Different from zero, all buckets considered. */
  different: boolean
}

/** What the module says of the counts of an epoch, or of several. */
export interface Estimates {
  reports: number
  p: number
  q: number
  perReport: number
  allBits: number
  estimates: BucketEstimate[]
}

/** The rate of the shown less that of the held out. A number is null where it is not defined. */
export interface Uplift {
  /** Shown, held out. */
  arms: [Arm, Arm]
  uplift: number | null
  /** Valid at one look; the others at any. */
  low: number | null
  high: number | null
  anytimeLow: number | null
  anytimeHigh: number | null
  relative: number | null
  /** The share that is held out, by design and as found. */
  ratio: { expected: number; found: number | null; p: number | null; suspect: boolean }
}

export interface Arm {
  /** Estimated, with its standard error. */
  reports: number | null
  se: number | null
  share: number | null
  low: number | null
  high: number | null
  /** Reports that came in of those that were to be expected of its part of the shoppers. */
  response: number | null
  rate: number | null
  rateLow: number | null
  rateHigh: number | null
}

/** An uplift less another one. */
export interface Comparison {
  difference: number | null
  low: number | null
  high: number | null
}

/** What `GET /measures` answers. */
export interface Overview {
  measures: OverviewEntry[]
  experiments: Experiment[]
  budget: PackDescription['budget']
}

/** A series that the collector has counted, or waits for. */
export interface OverviewEntry {
  name: string
  label: Texts
  of: string
  series: string
  reports: number
  firstEpoch: number | null
  lastEpoch: number | null
  /** The pack still asks it in this form. */
  current: boolean
}
