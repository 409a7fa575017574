// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { History } from '../history/History.js'
import type { Cases } from '../quality/Cases.js'
import type { Evaluation } from './Evaluation.js'
import type { Blend } from './ModelSettings.js'

/** One training: what goes in. */
export interface FitInput {
  /** By encodeProducts. */
  products: Uint8Array
  /** By encodeSettings. */
  settings: Uint8Array
  /** By encodeRules; those of a pack that is only measured can be left out. */
  rules?: Uint8Array
  history: History
  /** To measure the pack on; may be none. */
  cases: Cases
  /** What to try instead of the settings' own; then `worths` is measured instead of an evaluation. */
  blends?: readonly Blend[]
}

/** One training: what comes out. */
export interface FitOutput {
  pack: Uint8Array
  evaluation: Evaluation
  /** Of each blend, what each case is worth (core/train/try_blends.h). */
  worths: Float32Array[]
  trainSeconds: number
  evaluateSeconds: number
}

/** What the thread that trains tells the one that waits. */
export type FitMessage =
  | { kind: 'progress'; share: number }
  | { kind: 'done'; output: FitOutput }
  | { kind: 'failed'; code: string; what: string }
