// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Texts } from './RuleConfig.js'

/** A question with a fixed list of answers that is asked of shoppers who grant `measure`: docs/measures.md. */
export interface MeasureConfig {
  /**
   * What it asks: `'decision.lifecycle'`, `'segment.loyal'`, a fact with choices (`'stated.skill'`, `'observed.…'`,
   * `'inferred.…'`), `'metric.engagement'` with `buckets`, `'funnel'`, `'slot.home'`, `'zero-results'` or `'out-of-stock'` with
   * `categories`, or `'personalise'`.
   */
  of: string
  /** A second dimension: a decision, a segment, a fact with choices, or `'experiment.home'`. */
  by?: string
  /** How long an epoch is, one answer each: `'1d'` to `'52w'`. Default `'7d'`. */
  every?: string
  /** In a visit (the default), or as things are after a random moment of the epoch. */
  at?: 'visit' | 'epoch'
  /** How much an answer may tell of the shopper: `'ln 3'` (the default), `'ln 5/2'`. */
  epsilon?: string
  /** Of a metric: where one answer ends and the next begins, in rising order. */
  buckets?: number[]
  /** Of `zero-results` and `out-of-stock`: the categories that are an answer each. */
  categories?: string[]
  /** What the dashboard and the shopper's panel call it. */
  label?: Texts
}

/** Shoppers who see a slot, or every slot, as somebody of whom nothing is known. */
export interface ExperimentConfig {
  /** Left out: every slot. */
  slot?: string
  /** The share of shoppers who are held out of it, 0 to 0.5. Default 0.1. */
  holdout?: number
  label?: Texts
}

/** An experiment for a time. */
export interface CampaignConfig {
  slot: string
  /** Its first day, in UTC: `'2026-03-01'`. */
  from: string
  /** Its last day. */
  to: string
  /** The name of an earlier campaign, which may have left the configuration. */
  compare?: string
  /** The share of shoppers who are held out of it, 0 to 0.5. Default 0.1. */
  holdout?: number
  label?: Texts
}

/** The ε that all answers of one shopper together may cost. */
export interface BudgetConfig {
  /** In a week. Default 3.3: three answers at ln 3. */
  week?: number
  /** For as long as the profile lives. Default 86: 26 full weeks. */
  lifetime?: number
}
