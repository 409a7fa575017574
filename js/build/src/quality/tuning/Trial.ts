// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { ModelSettings } from '../../builder/ModelSettings.js'

/** Settings that were tried, and what each validation case is worth with them (core/train/try_blends.h). */
export interface Trial {
  settings: ModelSettings
  worth: Float32Array
}

/** What came of a trial, in the measure that is chosen by: the mean of HR@20 and MRR@20, all and new. */
export interface TriedSettings extends ModelSettings {
  score: number
  /** More than the defaults have, and the standard error of that. */
  gain: number
  error: number
}
