// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

export { defineConfig } from './config/defineConfig.js'
export { retail } from './retail/retail.js'
export type { RetailOptions } from './retail/RetailOptions.js'
export type {
  CatalogueColumn,
  CatalogueInput,
  EtalageConfig,
  HistoryColumn,
  HistoryInput,
  Named,
  PrivacyConfig,
  SensitiveConfig,
  SlotConfig,
  Strategy,
  TrafficConfig,
} from './config/EtalageConfig.js'
export type {
  BudgetConfig,
  CampaignConfig,
  ExperimentConfig,
  MeasureConfig,
} from './config/MeasureConfig.js'
export type {
  DecisionCase,
  DecisionConfig,
  EventConfig,
  Expression,
  FactCase,
  FactConfig,
  MetricConfig,
  Purpose,
  SegmentConfig,
  Texts,
  TriggerConfig,
} from './config/RuleConfig.js'
