// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { ModelSettings } from '../../builder/ModelSettings.js'
import type { TriedSettings } from './Trial.js'

/** With which settings a pack is made, and how they were found. */
export interface SettingsReport extends ModelSettings {
  search: SettingsSearch | { unknown: string }
}

export interface SettingsSearch {
  /** The events that were trained on, and the steps after them that were chosen by. */
  events: number
  steps: number
  /** The defaults first. */
  tried: TriedSettings[]
  seconds: number
}
