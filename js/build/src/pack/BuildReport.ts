// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Manifest } from '../builder/Compilation.js'
import type { HistorySummary } from '../history/History.js'
import type { MeasuresPlan } from '../measures/planMeasures.js'
import type { Problem } from '../Problem.js'
import type { Quality } from '../quality/Quality.js'
import type { SettingsReport } from '../quality/tuning/SettingsReport.js'

/** What `etalage build --json` prints. */
export interface BuildReport extends RuleReport {
  /** The file that was written. */
  pack: string
  /** The page that says how good the pack is; missing where none was wanted. */
  report?: string
  /** How large segments are in the shop's own history, for the shop alone; missing where nothing was written. */
  segments?: string
  bytes: number
  /** Its size as a server sends it. */
  brotliBytes: number
  products: number
  /** Products with a vector: learned, or made of their attributes. */
  vectors: number
  /** Vectors and pairs, as the page reads them. */
  bytesPerItem: number
  /** Missing where there is no history. */
  history?: HistorySummary
  /** Of the model: chosen on the last sessions of the history. */
  settings: SettingsReport
  quality: Quality
  measuring: MeasuresPlan
  seconds: { read: number; choose: number; train: number; total: number }
}

export interface RuleReport {
  /** How many there are, slots' filters and observed and inferred facts among them. */
  rules: number
  /** What is collected for the rules and slots. */
  manifest: Manifest
  /** Warnings: a build with errors has no report. */
  problems: Problem[]
}
