// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type {
  BudgetConfig,
  CampaignConfig,
  ExperimentConfig,
  MeasureConfig,
} from './MeasureConfig.js'
import type {
  DecisionCase,
  DecisionConfig,
  EventConfig,
  Expression,
  FactConfig,
  MetricConfig,
  SegmentConfig,
  Texts,
  TriggerConfig,
} from './RuleConfig.js'

/** Things by name. `false` removes one that a configuration in `extends` brought. */
export type Named<Value> = Record<string, Value | false>

/** What `etalage.config.js` exports by default. Paths are relative to the file itself. */
export interface EtalageConfig {
  /**
   * Configurations to begin with, as `retail()`. They are merged in this order, this one last: objects are merged key by
   * key, everything else replaces what was there.
   */
  extends?: EtalageConfig[]
  /**
   * The shop's products: a path, or a path and the names of its columns. CSV, TSV (Google Merchant), JSON lines or
   * Parquet; text may be gzipped. Left out: the products are the ids that occur in the history.
   */
  catalogue?: string | CatalogueInput
  /** What shoppers did: one line an event and item. Left out: nothing is learned. */
  history?: string | HistoryInput
  privacy?: PrivacyConfig
  /** Things to know of a shopper, by name. */
  facts?: Named<FactConfig>
  /** Numbers about a shopper, by name. */
  metrics?: Named<Expression | MetricConfig>
  /** Groups that a shopper is in or not, by name. */
  segments?: Named<Expression | SegmentConfig>
  /** Choices between values, by name. */
  decisions?: Named<DecisionCase[] | DecisionConfig>
  /** Moments at which the page is called back, by name. */
  triggers?: Named<Expression | TriggerConfig>
  /** Places on the shop's pages, by name. */
  slots?: Named<SlotConfig>
  /** Events of the shop's own beside those of GA4, by name, with their fields. */
  events?: Named<EventConfig>
  /** Numbers that `percentile("name", p)` compares a shopper with, by name: order values, for instance. The pack holds percentiles only where a rule asks. */
  distributions?: Named<number[]>
  /** What shoppers who grant `measure` are asked, by name. */
  measures?: Named<MeasureConfig>
  /** What is tried on a part of the shoppers, by name; each brings a measure of its own name. */
  experiments?: Named<ExperimentConfig>
  /** Experiments for a time, by name; each brings a measure of its own name. */
  campaigns?: Named<CampaignConfig>
  traffic?: TrafficConfig
  /** The kill switch: pages that load this pack behave as if the package were absent. */
  off?: boolean
  /** Seeds the training: the same inputs and seed give the same pack. Default 1. */
  seed?: number
  /** ISO 4217 code of all prices, as `EUR`. Default: the one that the catalogue's prices carry. */
  currency?: string
}

export interface CatalogueInput {
  path: string
  /** `{ ours: 'theirs' }`, for columns that have another name in the file. */
  columns?: Partial<Record<CatalogueColumn, string>>
}

export type CatalogueColumn =
  | 'id'
  | 'item_group_id'
  | 'aliases'
  | 'title'
  | 'price'
  | 'category'
  | 'brand'
  | 'url'
  | 'image'
  | 'in_stock'
  | 'hidden'
  | 'added'
  | 'series'
  | 'green'

export interface HistoryInput {
  path: string
  /** `{ ours: 'theirs' }`, for columns that have another name in the file. */
  columns?: Partial<Record<HistoryColumn, string>>
}

/**
 * What a history says. Recommendations need `session` and `item_id`; `time` puts events in order (else the lines are taken to
 * be), `customer` is what minSupport counts, `event` and `quantity` tell interest from returns, and `transaction_id` a
 * purchase from its report a second time. `price` is not needed for them.
 */
export type HistoryColumn =
  'session' | 'item_id' | 'time' | 'event' | 'quantity' | 'price' | 'customer' | 'transaction_id'

export interface PrivacyConfig {
  /**
   * How many different customers (sessions, where customers are unknown) must stand behind a pair or a learned vector.
   * At least 2: at 1 a pack would hold what a single shopper did. Default 3.
   */
  minSupport?: number
  /** How long a browser keeps what it saw, in days, weeks or years: `'400d'` (the default), `'8w'`, `'1y'`. */
  retention?: string
  /** Whom the shop is for. For `children` nothing is personalised: rules for that purpose are refused. Default `adults`. */
  audience?: 'adults' | 'children'
  sensitive?: SensitiveConfig
  budget?: BudgetConfig
}

/** How many shoppers there are, for what lint says about measures. Left out: as many as the history has sessions. */
export interface TrafficConfig {
  /** Different visitors in an ordinary week. */
  visitors?: number
}

/** What no rule may be about. The list that everybody has is in docs/rules.md. */
export interface SensitiveConfig {
  /** Further terms that no rule may be about. */
  extend?: string[]
  /** Terms of the list that this shop's rules may be about, because what it sells cannot do without. */
  allow?: string[]
}

/** docs/recommendations.md says what each of them shows. */
export type Strategy =
  | 'for-you'
  | 'similar'
  | 'alternatives'
  | 'up-sell'
  | 'complement'
  | 'bought-together'
  | 'cart-complement'
  | 'cross-sell'
  | 'more-from-series'
  | 'buy-again'
  | 'recently-viewed'
  | 'continue-browsing'
  | 'bestsellers'
  | 'segment-bestsellers'
  | 'trending'
  | 'new'
  | 'new-for-you'
  | 'explore'
  | 'contextual'

export interface SlotConfig {
  /** How products are picked. */
  strategy: Strategy
  /** How many products the slot shows unless the page asks for another number, 1 to 100. */
  count?: number
  /** What fills the places that the strategy leaves empty, in this order. */
  fallback?: Strategy[]
  /** Only products for which this holds: `'price < 50 and category under "garden"'`. */
  filter?: Expression
  /** What the slot shows: products (the default), or the categories or brands of the products that it would show. */
  shows?: 'products' | 'categories' | 'brands'
  /** Which `alternatives`: any (the default), only cheaper ones, or only greener ones (by the column `green`). */
  prefer?: 'cheaper' | 'greener'
  /** What the slot leaves out of what the shopper knows. */
  without?: ('seen' | 'bought' | 'in-cart')[]
  /** Ids of products that the slot never shows. */
  exclude?: string[]
  /** Products at a place of their own, from 1, as far as they may be shown. */
  pins?: { place: number; item: string }[]
  /** What a product's score is multiplied by where a rule holds for it: above 1 a boost, below 1 it is buried. */
  boosts?: { when: Expression; times: number }[]
  /** Only products at prices from, to so many times that of the page's product. */
  price?: { from?: number; to?: number }
  /** Leaves out what scores less than this share of the best one, 0 to 1. */
  relevance?: number
  /** 0 to 1: how much a list avoids what resembles what it has already. */
  diversity?: number
  /** 0 to 1: how much a list keeps to the shopper's own mix of categories. */
  calibration?: number
  /** 0 to 1: how much the order changes from day to day. */
  rotation?: number
  /** What it is called where shoppers see what their profile is used for. Left out: its name. */
  label?: Texts
}
