// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type {
  ConsentAnswer,
  ConsentChoice,
  ConsentReading,
  ConsentRecord,
  ConsentSource,
  ConsentState,
  Purpose,
} from '../types.js'
import { weekOf } from '../measure/weekOf.js'
import { attempt } from './attempt.js'
import { hasLapsed, timeOf } from './hasLapsed.js'
import { OwnChoice } from './OwnChoice.js'
import { toUse, toWord } from './useWord.js'

export const purposes: readonly Purpose[] = ['personalise', 'measure']

/** Global Privacy Control asks for a click of the shopper's own. */
const ownClick = '+personalise'

/** The last week that something was reported for. */
const spent = /^reported:(\d{1,9})$/

/**
 * Effective consent: what the source grants and the shopper has not refused.
 *
 * Nothing is cached: `state` asks the source and the shopper's own key anew each time, so that a write is never made on an
 * answer that has lapsed. `onChange` is called when the state may have changed.
 */
export class Consent {
  /**
   * Refused in another tab while this page's source grants, with the time that the source tells. Many banners know nothing of other
   * tabs: the refusal holds until the source says something else.
   */
  private readonly elsewhere = new Map<Purpose, number | undefined>()
  private readonly own: OwnChoice
  private readonly unsubscribe: (() => void) | undefined
  private listening = false

  constructor(
    private readonly source: ConsentSource,
    private readonly version: string | undefined,
    private readonly onChange: () => void,
  ) {
    this.own = new OwnChoice(() => {
      this.elsewhere.clear()
      onChange()
    })
    // A source may call back at once, before there is anybody to ask for the state.
    this.unsubscribe = attempt(() => source.subscribe?.(() => this.listening && this.changed()))
    this.listening = true
  }

  get state(): ConsentState {
    const reading = this.ask()
    return {
      personalise: this.answer('personalise', reading),
      measure: this.answer('measure', reading),
    }
  }

  get record(): ConsentRecord {
    const reading = this.ask()
    const state = this.state
    if (purposes.some((purpose) => this.own.has(purpose))) return { ...state, source: 'shopper' }
    const time = timeOf(reading)
    return {
      ...state,
      source: this.source.name ?? 'shop',
      ...(reading.version !== undefined && { version: reading.version }),
      ...(time !== undefined && { time }),
    }
  }

  get paused(): boolean {
    return this.own.has('paused')
  }

  /** 'segment loyal', 'slot home', …, sorted. */
  get refusedUses(): readonly string[] {
    return [...this.own.words].flatMap((word) => toUse(word) ?? []).sort()
  }

  /** The shopper's own click. Switching on never overrides a source that does not grant: it asks the shopper again. */
  set(choice: ConsentChoice): void {
    for (const purpose of purposes) {
      const allowed = choice[purpose]
      if (allowed === undefined) continue
      this.own.set(purpose, !allowed)
      this.elsewhere.delete(purpose)
      if (purpose === 'personalise') this.own.set(ownClick, allowed && privacyControl())
    }
    this.onChange()
    const reading = this.ask()
    const asks = purposes.some(
      (purpose) => choice[purpose] && this.told(purpose, reading) !== 'granted',
    )
    if (asks) attempt(() => this.source.open?.())
  }

  setPaused(paused: boolean): void {
    this.own.set('paused', paused)
    this.onChange()
  }

  setUse(use: string, allowed: boolean): void {
    const word = toWord(use)
    if (word === undefined) return
    this.own.set(word, !allowed)
    this.onChange()
  }

  /** Another tab refused; this page's own source may not know yet. */
  refusedElsewhere(purpose: Purpose): void {
    const reading = this.ask()
    if (this.answer(purpose, reading) !== 'granted') return
    this.elsewhere.set(purpose, reading.time)
    this.onChange()
  }

  /** The profile was erased: what the shopper switched on goes as well, what they refused stays. */
  erased(): void {
    this.own.set(ownClick, false)
  }

  /** Of a ledger that is gone: the last week, numbered from 1970, that something was reported for; 0 for none. */
  get spentUntil(): number {
    return Math.max(0, ...[...this.own.words].map((word) => Number(spent.exec(word)?.[1] ?? 0)))
  }

  /** Nothing is reported any more for an epoch that reaches into this week. Of a week that is over nothing needs to be known. */
  spend(until: number): void {
    const last = Math.max(until, this.spentUntil)
    const word = last >= weekOf(Date.now()) ? `reported:${String(last)}` : undefined
    if (word !== undefined) this.own.set(word, true)
    for (const old of this.own.words) if (spent.test(old) && old !== word) this.own.set(old, false)
  }

  /** What remains after an erase, in words. */
  left(): string[] {
    const words = [...this.own.words]
    if (words.length === 0) return []
    const kindOf = (word: string) => {
      if (word === 'personalise' || word === 'measure') return 'the refusal itself'
      if (word === 'paused') return 'the pause'
      if (spent.test(word)) return 'the epochs reported in'
      return toUse(word) ? 'the uses objected to' : 'words of another release'
    }
    const kinds = new Set(words.map(kindOf))
    return [`localStorage: ${OwnChoice.key} (${[...kinds].join(', ')})`]
  }

  close(): void {
    this.listening = false
    attempt(() => this.unsubscribe?.())
    this.own.close()
  }

  private answer(purpose: Purpose, reading: ConsentReading): ConsentAnswer {
    if (this.own.has(purpose) || this.isRefusedElsewhere(purpose, reading)) return 'denied'
    if (privacyControl() && purpose === 'measure') return 'denied'
    const told = this.told(purpose, reading)
    const clicked = reading.chosen === true || this.own.has(ownClick)
    return told === 'granted' && privacyControl() && !clicked ? 'unknown' : told
  }

  /** What the source says: yes, while that has not lapsed, or no; all else is no answer. */
  private told(purpose: Purpose, reading: ConsentReading): ConsentAnswer {
    if (reading[purpose] === false) return 'denied'
    return reading[purpose] === true && !hasLapsed(reading, this.version) ? 'granted' : 'unknown'
  }

  private isRefusedElsewhere(purpose: Purpose, reading: ConsentReading): boolean {
    return (
      this.elsewhere.has(purpose) &&
      reading[purpose] === true &&
      reading.time === this.elsewhere.get(purpose)
    )
  }

  private changed(): void {
    const reading = this.ask()
    for (const purpose of purposes) {
      if (!this.isRefusedElsewhere(purpose, reading)) this.elsewhere.delete(purpose)
    }
    this.onChange()
  }

  /** A source that throws is one that gives no answer. */
  private ask(): ConsentReading {
    return attempt(() => this.source.read()) ?? {}
  }
}

function privacyControl(): boolean {
  return (navigator as { globalPrivacyControl?: unknown }).globalPrivacyControl === true
}
