// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { ConsentChoice, ConsentSource, ConsentState, Purpose } from '../types.js'
import { readVeto, vetoKey, writeVeto } from './veto.js'

/**
 * Effective consent: what the source grants and the shopper has not refused.
 *
 * Nothing is cached: `state` asks the source and the veto anew each time, so that a write is never made on an answer that
 * has lapsed. `onChange` is called when the state may have changed.
 */
export class Consent {
  /** Refused in this page where the veto cannot be stored, or in another tab whose source this one cannot see. */
  private readonly refusedHere = new Set<Purpose>()
  private readonly unsubscribe: (() => void) | undefined

  constructor(
    private readonly source: ConsentSource,
    private readonly onChange: () => void,
  ) {
    this.unsubscribe = source.subscribe?.(() => {
      this.refusedHere.clear()
      onChange()
    })
    addEventListener('storage', this.onStorage)
  }

  get state(): ConsentState {
    const choice = this.ask()
    const veto = readVeto()
    const answer = (purpose: Purpose) => {
      if (veto.has(purpose) || this.refusedHere.has(purpose)) return 'denied'
      const granted = choice[purpose]
      return granted === undefined ? 'unknown' : granted ? 'granted' : 'denied'
    }
    return { personalise: answer('personalise'), measure: answer('measure') }
  }

  /** The shopper's own choice. */
  set(choice: ConsentChoice): void {
    const refused = new Set(readVeto())
    for (const purpose of ['personalise', 'measure'] as const) {
      if (choice[purpose] === undefined) continue
      const set = choice[purpose] ? 'delete' : 'add'
      refused[set](purpose)
      this.refusedHere[set](purpose)
    }
    writeVeto(refused)
    this.onChange()
  }

  /** Another tab refused; this page's own source may not know yet. */
  refusedElsewhere(purpose: Purpose): void {
    this.refusedHere.add(purpose)
    this.onChange()
  }

  close(): void {
    this.unsubscribe?.()
    removeEventListener('storage', this.onStorage)
  }

  /** A source that throws is one that gives no answer. */
  private ask(): ConsentChoice {
    try {
      return this.source.read() ?? {}
    } catch {
      return {}
    }
  }

  private readonly onStorage = (event: StorageEvent) => {
    // A null key is localStorage.clear(): it takes the veto with it.
    if (event.key !== vetoKey && event.key !== null) return
    this.refusedHere.clear()
    this.onChange()
  }
}
