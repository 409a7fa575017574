// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

export { defineConfig } from './config/defineConfig.js'
export type {
  CatalogueColumn,
  CatalogueInput,
  EtalageConfig,
  HistoryColumn,
  HistoryInput,
  PrivacyConfig,
  SlotConfig,
  Strategy,
} from './config/EtalageConfig.js'
