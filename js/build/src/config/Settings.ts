// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { RuleSet } from './RuleSet.js'

/** A configuration that was checked, its defaults filled in and its paths made absolute. */
export interface Settings {
  /** The configuration file, as the user would name it. */
  file: string
  catalogue?: InputFile
  history?: InputFile
  minSupport: number
  retentionDays: number
  rules: RuleSet
  slots: Slot[]
  /** Different ones in an ordinary week; missing: nobody said. */
  visitors?: number
  off: boolean
  seed: number
  currency?: string
}

export interface InputFile {
  path: string
  /** Our column names to those of the file, only where the shop named them. */
  columns: Map<string, string>
}

export interface Slot {
  name: string
  strategy: string
  /** 0: the default of the page. */
  count: number
  fallback: string[]
  /** An expression. */
  filter?: string
  /** Numbers as in core/pack/slot.h. */
  shown: number
  prefer: number
  without: number
  exclude: string[]
  /** By place; empty: none. */
  pins: string[]
  boosts: Boost[]
  /** 0: no bound. */
  price: { from: number; to: number }
  relevance: number
  diversity: number
  calibration: number
  rotation: number
  /** What shoppers read of it in their panel; empty: its name. */
  label: { en: string; nl: string }
}

export interface Boost {
  /** An expression. */
  when: string
  times: number
}
