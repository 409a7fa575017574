// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { download } from '../engine/download.js'
import { startRuntime } from '../engine/startRuntime.js'
import { reasonOf } from '../reasonOf.js'
import { answerTo } from '../storage/database.js'
import { bytesIn, ledgerKey } from '../storage/ledger.js'
import type { AnswerValue, Erasure, ImportOutcome, ProfileExport, ProfileView } from '../types.js'
import type { DeskHost } from './DeskHost.js'
import { Editor, type ProfileState } from './Editor.js'
import type { EditorRuntime } from './EditorRuntime.js'
import { readDocument } from './readDocument.js'

const stated = /^stated:/
const reckoned = /^(observed|inferred):/

/** Where the shopper sees and changes what is known of them. Methods reject where the module fails: it is then opened anew. */
export class Desk {
  constructor(
    private readonly host: DeskHost,
    private readonly editor: Editor,
  ) {}

  async view(lang: string): Promise<ProfileView> {
    await this.host.live.flush()
    const now = new Date()
    const offset = -now.getTimezoneOffset()
    const view = this.editor.view(this.profile(), now.getTime(), offset, lang)
    return { paused: this.host.consent.paused, ...view, ...(await this.reports(lang)) }
  }

  async export(): Promise<ProfileExport> {
    await this.host.live.flush()
    return this.editor.exportProfile(this.profile())
  }

  async correct(fact: string, value: AnswerValue | AnswerValue[]): Promise<boolean> {
    if (!stated.test(fact) || !this.isOpen()) return false
    const { engine, live, changed } = this.host
    const values = Array.isArray(value) ? value : [value]
    const record = engine.answer(fact.replace(stated, ''), values, Date.now())
    if (record.length === 0 || values.length === 0) return false
    live.append(record)
    changed()
    // What was wrong must not stay in the journal.
    await live.rewrite(() => true)
    return true
  }

  /** A fact that is reckoned comes again as long as it may: the shopper objects to it. */
  async forget(fact: string): Promise<Erasure> {
    const { consent, engine, live, changed } = this.host
    if (reckoned.test(fact)) {
      consent.setUse(fact.replace(reckoned, 'fact '), false)
      return { complete: true, left: [] }
    }
    if (!this.isOpen()) return { complete: true, left: [] }
    let known = false
    const stored = await live.rewrite(() => {
      const without = this.editor.forget(this.profile(), fact, Date.now())
      if (without) engine.restore(without.snapshot)
      known ||= without !== undefined
      return without !== undefined
    })
    changed()
    const complete = stored || !known
    return { complete, left: complete ? [] : [`IndexedDB: etalage (${fact})`] }
  }

  async import(document: unknown): Promise<ImportOutcome> {
    const { engine, live, changed } = this.host
    if (!this.isOpen()) {
      return { complete: false, kept: 0, dropped: 0, problem: 'no-consent: nothing may be kept' }
    }
    const read = readDocument(document, Date.now())
    const given = read.events.length + read.answers.length
    let kept = 0
    const stored = await live.rewrite(() => {
      const imported = this.editor.import(this.profile(), read, Date.now())
      engine.restore(imported.snapshot)
      kept = imported.kept
      return kept > 0
    })
    changed()
    const dropped = given - kept + read.left
    return { complete: dropped === 0 && (stored || kept === 0), kept, dropped }
  }

  /** A ledger that cannot be read does not stand in the way of all else. */
  private async reports(lang: string): Promise<Pick<ProfileView, 'reports' | 'problem'>> {
    const stored: unknown = await this.host.live.report(({ ledger }) =>
      answerTo(ledger.get(ledgerKey)),
    )
    try {
      const ledger = bytesIn(stored)
      return { reports: ledger.length > 0 ? this.editor.reports(ledger, lang) : [] }
    } catch (error) {
      return { reports: [], problem: reasonOf(error) }
    }
  }

  private isOpen(): boolean {
    return this.host.isOpen()
  }

  private profile(): ProfileState {
    const { engine, consent, state } = this.host
    const snapshot = this.isOpen() ? engine.snapshot(Date.now()) : undefined
    return { snapshot, consent: state(), refused: consent.refusedUses }
  }
}

/** Throws where the module cannot be had. */
export async function openDesk(host: DeskHost): Promise<Desk> {
  const address = host.wasm
    ? new URL('etalage-editor.wasm', new URL(host.wasm, document.baseURI))
    : new URL('./etalage-editor.wasm', import.meta.url)
  const editor = new Editor(await startRuntime<EditorRuntime>(await download(address)))
  editor.open(host.engine.pack())
  return new Desk(host, editor)
}
