// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { Caller } from '../engine/Caller.js'
import { answerMessage, eventMessage } from '../engine/messages.js'
import { MessageWriter } from '../engine/MessageWriter.js'
import type { ConsentState, ProfileExport, ProfileView, SentReport } from '../types.js'
import { context, schema } from './document.js'
import type { EditorRuntime } from './EditorRuntime.js'
import type { ReadDocument } from './readDocument.js'

/** A profile as the page's own engine has it. */
export interface ProfileState {
  /** Undefined while there is no profile. */
  snapshot: Uint8Array | undefined
  consent: ConsentState
  /** What the shopper objects to. */
  refused: readonly string[]
}

/** What a change makes of a profile. */
export interface Changed {
  snapshot: Uint8Array
}

/**
 * Shows a profile, and changes it. It works on a copy: the page's own engine takes what comes of it, or leaves it.
 * Times are milliseconds since 1970; offsets minutes that the shopper's clock is ahead of UTC.
 */
export class Editor extends Caller<EditorRuntime> {
  open(pack: Uint8Array): void {
    this.send(pack)
    this.check(this.runtime.open())
  }

  view(
    state: ProfileState,
    now: number,
    offset: number,
    lang: string,
  ): Pick<ProfileView, 'since' | 'facts' | 'uses' | 'manifest'> {
    this.take(state)
    this.check(this.runtime.update(now, offset))
    this.send(new MessageWriter().byte(lang === 'nl' ? 1 : 0).take())
    return this.json(this.runtime.view()) as ProfileView
  }

  /** What a ledger tells was reported, newest first. */
  reports(ledger: Uint8Array, lang: string): SentReport[] {
    this.send(ledger)
    return this.json(this.runtime.reports(lang === 'nl')) as SentReport[]
  }

  exportProfile(state: ProfileState): ProfileExport {
    this.take(state)
    const profile = this.json(this.runtime.export_profile()) as ProfileExport
    return { $schema: schema, '@context': context, ...profile }
  }

  /** Without a fact; undefined where there is no such fact. */
  forget(state: ProfileState, fact: string, now: number): Changed | undefined {
    this.take(state)
    this.send(new MessageWriter().string(fact).take())
    if (this.json(this.runtime.forget()) !== true) return undefined
    return { snapshot: this.bytes(this.runtime.snapshot(now)) }
  }

  /** With what a document holds, as far as the manifest lets it in; `kept` events and answers of it came in. */
  import(state: ProfileState, document: ReadDocument, now: number): Changed & { kept: number } {
    this.take(state)
    const known = this.json(this.runtime.export_profile()) as ProfileExport
    let kept = 0
    for (const { time, event } of document.events) {
      this.send(eventMessage(event))
      if (this.bytes(this.runtime.track(time)).length > 0) kept += 1
    }
    this.check(this.runtime.put_in_order())
    for (const { time, fact, values } of document.answers) {
      if (known.answers.some((answer) => answer.fact === fact && answer.time >= time)) continue
      this.send(answerMessage(fact, values))
      if (this.bytes(this.runtime.answer(time)).length > 0) kept += 1
    }
    return { snapshot: this.bytes(this.runtime.snapshot(now)), kept }
  }

  private take({ snapshot, consent, refused }: ProfileState): void {
    this.check(this.runtime.allow(consent.personalise === 'granted', consent.measure === 'granted'))
    this.check(
      this.runtime.freeze(consent.personalise === 'unknown', consent.measure === 'unknown'),
    )
    this.send(new MessageWriter().list(refused).take())
    this.check(this.runtime.refuse())
    if (!snapshot) {
      this.check(this.runtime.end_profile())
      return
    }
    // Nothing that is imported has a transaction, so the profile's own secret is not needed.
    this.check(this.runtime.begin_profile(0n))
    this.send(snapshot)
    this.check(this.runtime.restore())
  }
}
