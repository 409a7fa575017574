// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { HistorySummary } from '../history/History.js'
import type { Quality } from '../quality/Quality.js'

/** What `etalage build --json` prints. */
export interface BuildReport {
  /** The file that was written. */
  pack: string
  bytes: number
  /** Its size as a server sends it. */
  brotliBytes: number
  products: number
  /** Products with a learned vector. */
  vectors: number
  /** Vectors and pairs, as the page reads them. */
  bytesPerItem: number
  /** Missing where there is no history. */
  history?: HistorySummary
  quality: Quality
  seconds: { read: number; train: number; total: number }
}
