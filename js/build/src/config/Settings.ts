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
}
