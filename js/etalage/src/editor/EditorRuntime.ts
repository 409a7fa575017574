// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Memory, Outcome, Runtime } from '../engine/Runtime.js'

type Shared =
  | 'open'
  | 'begin_profile'
  | 'end_profile'
  | 'restore'
  | 'snapshot'
  | 'track'
  | 'allow'
  | 'freeze'
  | 'refuse'
  | 'answer'
  | 'update'

/** What etalage-editor.wasm exports: the calls of wasm/editor.cpp, under the same names. */
export interface EditorRuntime extends Memory, Pick<Runtime, Shared> {
  view(): Outcome
  reports(dutch: boolean): Outcome
  export_profile(): Outcome
  forget(): Outcome
  put_in_order(): Outcome
}
