// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Manifest } from './Compilation.js'

/** What is in a pack, as the core describes it. */
export interface PackDescription {
  version: { major: number; minor: number }
  off: boolean
  bytes: number
  products: number
  minSupport: number
  currency: string
  sections: { tag: string; offset: number; bytes: number; count: number; content: string }[]
  retentionDays: number
  audience: 'adults' | 'children'
  manifest: Manifest
  /** In the order of evaluation. */
  rules: { kind: string; name: string }[]
  /** A count of 0: as many as the page asks for. */
  slots: { name: string; strategy: string; count: number; fallback: string[] }[]
  scoring: {
    /** Products with a vector: learned, or made of their attributes. */
    vectors: number
    vectorBytes: number
    pairs: number
    pairBytes: number
    bytesPerItem: number
  }
}
