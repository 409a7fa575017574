// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Memory, Outcome } from '../engine/Runtime.js'

/** What etalage-editor.wasm exports: the calls of wasm/editor.cpp, under the same names. */
export interface EditorRuntime extends Memory {
  open(): Outcome
  begin_profile(secret: bigint): Outcome
  end_profile(): Outcome
  restore(): Outcome
  snapshot(now: number): Outcome
  track(now: number): Outcome
  allow(personalise: boolean, measure: boolean): Outcome
  freeze(personalise: boolean, measure: boolean): Outcome
  refuse(): Outcome
  answer(now: number): Outcome
  update(now: number, offset: number): Outcome
  view(): Outcome
  export_profile(): Outcome
  forget(): Outcome
  put_in_order(): Outcome
}
