// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { AnswerValue, Erasure, Etalage, Fact, ProfileView, Purpose, Use } from '../../types.js'
import type { Format } from './format.js'
import type { Trouble } from './ProfileReader.js'
import type { Texts } from './texts/textsOf.js'

/** What the shopper has opened, and is doing. It outlives what is read from the profile. */
export interface PanelState {
  /** How many of a group of facts are shown, where it is not the first few. */
  shown: Map<string, number>
  /** Facts with all that is known of them. */
  opened: Set<string>
  correcting: string | undefined
  confirming: 'erase' | 'eraseOff' | undefined
  erasure: Erasure | undefined
  /** What was asked for and is not answered yet. */
  busy: Set<string>
  notice: string
  /** Tells a notice from the same one before it. */
  notices: number
}

export function newState(): PanelState {
  return {
    shown: new Map(),
    opened: new Set(),
    correcting: undefined,
    confirming: undefined,
    erasure: undefined,
    busy: new Set(),
    notice: '',
    notices: 0,
  }
}

/** All that a panel is drawn from. */
export interface Panel {
  readonly texts: Texts
  readonly format: Format
  /** Of its first heading. */
  readonly level: number
  readonly etalage: Etalage | undefined
  readonly view: ProfileView | undefined
  readonly trouble: Trouble | undefined
  readonly state: PanelState
  readonly actions: Actions
}

/** A panel whose profile was read. */
export type ReadPanel = Panel & { readonly etalage: Etalage; readonly view: ProfileView }

/** What the shopper can do. */
export interface Actions {
  retry(): void
  goToControl(): void
  switchPurpose(purpose: Purpose, on: boolean): void
  showMore(group: string, from: number, to: number): void
  toggle(fact: Fact): void
  startCorrecting(fact: Fact): void
  stopCorrecting(): void
  correct(fact: Fact, name: string, value: AnswerValue | AnswerValue[]): void
  say(notice: string): void
  dismiss(): void
  forget(fact: Fact, name: string): void
  allow(use: Use, allowed: boolean): void
  pause(paused: boolean): void
  export(): void
  chooseFile(): void
  import(file: File): void
  confirm(what: 'erase' | 'eraseOff'): void
  keep(): void
  erase(): void
}
