// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Engine } from '../engine/Engine.js'
import { lasting } from './Connection.js'
import { databaseExists, nameOf } from './database.js'
import { foldJournal } from './foldJournal.js'
import {
  newGeneration,
  ProfileStore,
  sameBytes,
  type Journal,
  type ReportStores,
  type Version,
} from './ProfileStore.js'

/** After so many records they are folded into a snapshot. */
const compactAfter = 64

/** All that is stored of a profile, in bytes; of that the snapshot at most three quarters. */
const largestProfile = 256 * 1024

/** Where there is no database, so many changes wait for one. */
const mostPending = 2000

/** So often a change is tried that other tabs come before. */
const mostAttempts = 5

export interface LiveProfileEvents {
  /** Asked before every write: consent may have lapsed since. */
  mayWrite(): boolean
  /** The state changed by what another tab did, or the database answered late. */
  onForeignChange(): void
  /** A record is durable, or the profile was erased: other tabs want to know. */
  onWritten(): void
  /** A ledger goes: as ProfileStoreEvents. */
  onSpent(until: number | undefined): void
}

/**
 * Keeps the engine's profile and the journal in step.
 *
 *   engine state = fold(records in the database, in their order) + records still on their way there
 *
 * A change is applied in the engine at once, and appended to the journal after; where another tab's record came in
 * between, the state is folded anew. Work on the database is done one thing after the other. Where it fails the profile
 * lives in memory, and what is on its way waits, until somebody looks again.
 */
export class LiveProfile {
  private readonly store: ProfileStore
  private work: Promise<unknown> = Promise.resolve()
  private pending: Uint8Array[] = []
  /** So many of these may be in the journal already: writing them failed, and it is not known when. */
  private inDoubt = 0
  private open = false
  /** The journal that the engine's state is made of; undefined until it is read. */
  private version: Version | undefined
  /** The engine's state is not that journal's any more: it must be folded anew. */
  private stale = false
  /** In the journal: bytes, and records since its snapshot. */
  private size = 0
  private records = 0
  private writable = true
  private erasing = 0
  private eraseFailed = false
  private dropFailed = false
  private cleaning = false
  /** Ends the transaction on reports. */
  private interruption: AbortController | undefined
  /** The journal has been read, or cannot be: until then the profile's secret is not known. */
  ready = false

  constructor(
    private readonly engine: Engine,
    private readonly events: LiveProfileEvents,
  ) {
    this.store = new ProfileStore({
      mayWrite: () => events.mayWrite(),
      onLate: () => this.catchUp(),
      onSpent: (until) => events.onSpent(until),
    })
  }

  /** Reads the profile into the engine. Until that is done, and where it fails, the profile is empty. */
  start(): Promise<void> {
    this.cleaning = false
    this.beginReading()
    return this.enqueue(() => this.synchronise())
  }

  /** Forgets the profile in memory, and writes no more. What is stored stays. */
  stop(): void {
    this.open = false
    this.dropPending()
    this.engine.endProfile()
  }

  /** Makes a change durable that the engine has applied. An empty record is no change. */
  append(record: Uint8Array): void {
    if (record.length === 0 || this.pending.length === mostPending) return
    this.pending.push(record)
    void this.enqueue(async () => {
      if (!this.store.failed) await this.write()
    })
  }

  /** Looks for what other tabs wrote, and tries again what could not be written. */
  catchUp(): void {
    void this.enqueue(() => this.synchronise())
  }

  /** The page is about to go: tries again what could not be written. Where nothing waits the browser may keep the page in its cache. */
  hide(): void {
    if (this.pending.length > 0) this.catchUp()
  }

  /** The page goes, and may be kept as it is: a transaction on its reports would stand in the way of the next page. */
  leave(): void {
    this.hide()
    this.interruption?.abort()
  }

  /** Forgets what may not be kept any longer, in memory and in the journal. */
  forget(): Promise<void> {
    return this.enqueue(() => this.tidy())
  }

  /**
   * Changes the profile in memory by `change`, then replaces the whole journal by a snapshot of it, so that what went is in
   * no record any more. Where another tab wrote meanwhile, folds anew and changes again. `change` returns false where there
   * is nothing to change. Gives whether that is what is stored now, read back through the API.
   */
  async rewrite(change: () => boolean): Promise<boolean> {
    let rewritten = false
    await this.enqueue(async () => {
      let changed = false
      try {
        rewritten = await this.replace(() => {
          changed = true
          return change()
        })
      } finally {
        // At least it is so for this page.
        this.stale ||= !rewritten
        if (!changed && this.stillOpen()) change()
      }
    })
    return rewritten
  }

  /**
   * Works on this profile's reports, after what is on its way, in one transaction. Undefined where there is no such profile, or no more,
   * or the transaction failed: whether it was made is then not known.
   */
  async report<T>(work: (reports: ReportStores) => Promise<T>): Promise<T | undefined> {
    let result: T | undefined
    await this.enqueue(async () => {
      if (!this.version || !this.stillOpen() || this.erasing > 0) return
      if (this.dropFailed) await this.drop()
      this.interruption = new AbortController()
      result = await this.store.report(this.version.generation, work, this.interruption.signal)
    })
    return result
  }

  /** Drops what was measured. */
  async dropReports(): Promise<void> {
    await this.enqueue(() => this.drop())
  }

  /** Takes what may not be kept out of the journal of a profile that is not open, where there is one. */
  async clean(): Promise<void> {
    await this.enqueue(async () => {
      if (this.open || !(await databaseExists()) || this.stillOpen()) return
      this.cleaning = true
      this.beginReading()
      try {
        await this.reload()
        await this.tidy()
      } finally {
        // Unless it was opened meanwhile.
        if (this.isCleaning()) {
          this.cleaning = false
          this.stop()
          this.store.close()
        }
      }
    })
  }

  isCleaning(): boolean {
    return this.cleaning
  }

  /** Everything appended so far is durable, as far as it ever will be. */
  async flush(): Promise<void> {
    await this.work
  }

  /** Erases all there is, in memory at once. An open profile goes on, empty. False where something could not be removed. */
  async erase(): Promise<boolean> {
    const generation = newGeneration()
    const version = { generation, lastKey: 0 }
    this.dropPending()
    this.erasing += 1
    this.version = version
    if (this.open) this.engine.beginProfile(generation)
    let erased = false
    await this.enqueue(async () => {
      try {
        erased = await (this.open ? this.store.clear(generation) : this.store.remove())
      } catch (error) {
        this.events.onSpent(undefined)
        throw error
      } finally {
        this.erasing -= 1
        this.eraseFailed = !erased
        if (this.version === version) this.begin(0)
      }
    })
    this.events.onWritten()
    return erased
  }

  async close(): Promise<void> {
    await this.flush()
    this.stop()
    this.store.close()
  }

  private enqueue(task: () => Promise<unknown>): Promise<void> {
    const run = this.work.then(task).then(
      () => undefined,
      // The engine's state stays; only its durability is lost.
      () => undefined,
    )
    this.work = run
    return run
  }

  private beginReading(): void {
    this.open = true
    this.version = undefined
    this.ready = false
    this.engine.beginProfile(newGeneration())
  }

  private async drop(): Promise<void> {
    this.dropFailed = true
    try {
      await this.store.dropReports()
      this.dropFailed = false
    } finally {
      if (!this.open) this.store.close()
    }
  }

  private async synchronise(): Promise<void> {
    try {
      await this.reload()
    } finally {
      this.ready = true
    }
    await this.tidy()
    await this.write()
  }

  /** What is forgotten must leave the journal too. */
  private async tidy(): Promise<void> {
    if (!this.stillOpen() || !this.engine.tidy(Date.now())) return
    this.stale = true
    await this.replace(() => {
      this.engine.tidy(Date.now())
      return true
    })
  }

  /** All that waits, in one transaction: the page may be on its way out. */
  private async write(): Promise<void> {
    let failures = 0
    let noRoom = false
    let replaced = false
    while (this.pending.length > 0) {
      if (this.stale || this.inDoubt > 0) await this.reload()
      if (!this.events.mayWrite()) this.dropPending()
      const { version, pending } = this
      const batch = pending.slice()
      if (!version || !this.writable || this.erasing > 0 || batch.length === 0) return
      const size = this.size + sizeOf(batch)
      const records = this.records + batch.length
      if (!replaced && (noRoom || size > largestProfile || records > compactAfter)) {
        replaced = true
        await this.replace(() => true)
        continue
      }
      this.inDoubt = batch.length
      try {
        const key = await this.store.append(version, batch)
        this.inDoubt = 0
        this.stale = key === undefined
        if (key === undefined) continue
        pending.splice(0, batch.length)
        version.lastKey = key
        this.size = size
        this.records = records
        this.events.onWritten()
      } catch (error) {
        noRoom = nameOf(error) === 'QuotaExceededError'
        if (++failures === 3 || (lasting.includes(nameOf(error)) && !noRoom)) throw error
      }
    }
  }

  /** Replaces the journal by a snapshot of what `change` makes of the profile, and of what waits. As rewrite. */
  private async replace(change: () => boolean): Promise<boolean> {
    let room = largestProfile
    let failures = 0
    for (let attempts = 0; attempts < mostAttempts; ++attempts) {
      await this.reload()
      const { version, pending } = this
      if (!this.stillOpen() || this.erasing > 0) return false
      const changed = change()
      if (!version || !this.writable) return false
      if (!changed) return true
      const taken = pending.length
      const bytes = this.snapshot(room)
      this.stale = true
      this.inDoubt = taken
      try {
        const key = await this.store.replace(version, bytes)
        this.inDoubt = 0
        if (key === undefined) continue
        pending.splice(0, taken)
        version.lastKey = key
        if (this.version === version) this.begin(bytes.length)
        this.events.onWritten()
        if (await this.store.holds(key, bytes)) return true
      } catch (error) {
        const name = nameOf(error)
        if (name === 'QuotaExceededError' && room === largestProfile) room = bytes.length / 2
        else if (lasting.includes(name) || ++failures === 3) throw error
      }
    }
    return false
  }

  /** Of at most so many bytes. The oldest events go first, and a quarter of them at least: not each event shall cost one. */
  private snapshot(room: number): Uint8Array {
    const bytes = this.engine.snapshot(Date.now())
    if (bytes.length <= room) return bytes
    this.engine.evict((room * 3) / 4)
    return this.engine.snapshot(Date.now())
  }

  /** Folds the journal anew, where it is not the one that is known; then what is still on its way to it. */
  private async reload(): Promise<void> {
    if (!this.stillOpen() || this.erasing > 0) return
    // What should be gone is not read again.
    if (this.eraseFailed) {
      await this.store.clear(this.version?.generation ?? newGeneration())
      this.eraseFailed = false
    }
    const journal = await this.store.load(this.stale ? undefined : this.version)
    if (!this.stillOpen() || this.erasing > 0) return
    if (journal) await this.fold(journal)
    this.inDoubt = 0
  }

  private async fold(journal: Journal): Promise<void> {
    const { generation, lastKey, snapshot, records } = journal
    // What was on its way into a profile that has been erased goes with it.
    if (this.version && !sameBytes(this.version.generation, generation)) this.dropPending()
    else if (this.isWritten(journal)) this.pending.splice(0, this.inDoubt)
    this.inDoubt = 0
    this.stale = true
    const fold = foldJournal(this.engine, journal)
    for (const record of this.pending) this.engine.fold(record)
    const version = { generation, lastKey }
    this.version = version
    const all = [...records, ...(snapshot ? [snapshot] : [])]
    this.begin(sizeOf(all.map(({ bytes }) => bytes)), records.length)
    this.writable = fold.whole || !fold.newer
    if (this.ready) this.events.onForeignChange()
    if (fold.whole || fold.newer) return
    version.lastKey = (await this.store.truncate({ ...version }, fold.from)) ?? lastKey
  }

  /** Whether what is in doubt is in the journal: right after what was known, or in a snapshot of more than that. */
  private isWritten({ snapshot, records }: Journal): boolean {
    const known = this.version?.lastKey ?? 0
    if (snapshot && snapshot.upTo > known) return true
    const since = records.filter(({ key }) => key > known)
    return this.pending.slice(0, this.inDoubt).every((it, i) => sameBytes(since[i]?.bytes, it))
  }

  /** From a journal of so many bytes, which is in the engine's state. */
  private begin(size: number, records = 0): void {
    this.size = size
    this.records = records
    this.stale = false
    this.writable = true
  }

  private dropPending(): void {
    this.pending = []
    this.inDoubt = 0
  }

  /** `open` may have changed while something was awaited; a plain read of it looks constant to the compiler. */
  private stillOpen(): boolean {
    return this.open
  }
}

function sizeOf(all: Uint8Array[]): number {
  return all.reduce((sum, bytes) => sum + bytes.length, 0)
}
