// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Evaluation } from '../builder/Evaluation.js'

/** How well a pack that never saw the last days tells what shoppers did in them; or why that cannot be said. */
export type Quality = (Evaluation & { heldOut: HeldOut }) | { unknown: string }

export interface HeldOut {
  sessions: number
  /** The steps of these sessions, of each at most its first 500; at most 20,000 of them become cases. */
  steps: number
  /** First and last day, where the history has times. */
  from?: string
  to?: string
}
