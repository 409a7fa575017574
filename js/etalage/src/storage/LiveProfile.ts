// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Engine } from '../engine/Engine.js'
import { foldJournal } from './foldJournal.js'
import { newGeneration, ProfileStore, sameGeneration } from './ProfileStore.js'

/** After so many records they are folded into a snapshot. */
const compactAfter = 64

export interface LiveProfileEvents {
  /** Asked before every write: consent may have lapsed since. */
  mayWrite(): boolean
  /** The state changed by what another tab did. */
  onForeignChange(): void
  /** A record is durable, or the profile was erased: other tabs want to know. */
  onWritten(): void
}

/**
 * Keeps the engine's profile and the journal in step.
 *
 *   engine state = fold(records in the database, in their order) + records still on their way there
 *
 * A change is applied in the engine at once, and appended to the journal after; where another tab's record came in
 * between, the state is folded anew. Work on the database is done one thing after the other, and what fails there is given up: the
 * profile then lives in memory for this page.
 */
export class LiveProfile {
  private readonly store = new ProfileStore()
  private work: Promise<unknown> = Promise.resolve()
  private pending: Uint8Array[] = []
  private open = false
  /** Of the journal as last read; undefined until then, and where the database cannot be had. */
  private generation: Uint8Array | undefined
  private lastKey = 0
  private sinceSnapshot = 0
  private writable = true
  private erasing = false
  /** The journal has been read, or cannot be: until then the profile's secret is not known. */
  ready = false

  constructor(
    private readonly engine: Engine,
    private readonly events: LiveProfileEvents,
  ) {}

  /** Reads the profile into the engine. Until that is done, and where it fails, the profile is empty. */
  start(): Promise<void> {
    this.open = true
    this.generation = undefined
    this.ready = false
    this.engine.beginProfile(newGeneration())
    return this.enqueue(async () => {
      try {
        await this.reload()
      } finally {
        this.ready = true
      }
      await this.tidy()
      // What was tracked while the database opened.
      while (this.pending.length > 0) await this.write()
    })
  }

  /** Forgets the profile in memory, and writes no more. What is stored stays. */
  stop(): void {
    this.open = false
    this.pending = []
    this.engine.endProfile()
  }

  /** Makes a change durable that the engine has applied. An empty record is no change. */
  append(record: Uint8Array): void {
    if (record.length === 0) return
    this.pending.push(record)
    void this.enqueue(() => this.write())
  }

  /** Looks for what other tabs wrote. */
  catchUp(): void {
    void this.enqueue(async () => {
      if (await this.reload()) this.events.onForeignChange()
    })
  }

  /** Forgets what may not be kept any longer, in memory and in the journal. */
  forget(): void {
    void this.enqueue(() => this.tidy())
  }

  /** Changes the profile by `change`, and makes what it is then the whole journal. */
  async rewrite(change: () => boolean): Promise<boolean> {
    let stored = false
    await this.enqueue(async () => {
      for (let attempts = 0; attempts < 3 && !stored; ++attempts) {
        while (this.pending.length > 0) await this.write()
        if (!change()) return
        stored = await this.compact()
        if (!stored) await this.reload()
      }
    })
    this.events.onWritten()
    return stored
  }

  /** Everything appended so far is durable, as far as it ever will be. */
  async flush(): Promise<void> {
    await this.work
  }

  /** Erases all there is, in memory at once. An open profile goes on, empty. False where something could not be removed. */
  async erase(): Promise<boolean> {
    this.pending = []
    this.erasing = true
    const generation = newGeneration()
    this.generation = generation
    if (this.open) this.engine.beginProfile(generation)
    let erased = false
    await this.enqueue(async () => {
      try {
        erased = this.open ? await this.store.clear(generation) : await this.store.remove()
      } finally {
        this.erasing = false
        this.sinceSnapshot = 0
      }
    })
    this.events.onWritten()
    return erased
  }

  async close(): Promise<void> {
    await this.flush()
    this.stop()
    await this.store.close()
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

  private async write(): Promise<void> {
    if (!this.events.mayWrite()) this.pending = []
    const record = this.pending.shift()
    if (!record || !this.generation || !this.writable) return
    const key = await this.store.append(this.generation, record)
    if (key !== undefined && key === this.lastKey + 1) {
      this.lastKey = key
      this.sinceSnapshot += 1
    } else if (await this.reload()) {
      this.events.onForeignChange()
    }
    this.events.onWritten()
    if (this.sinceSnapshot >= compactAfter && this.pending.length === 0) await this.compact()
  }

  /** Folds the journal anew, then what is still on its way to it. False where nothing had changed. */
  private async reload(): Promise<boolean> {
    if (!this.open) return false
    const journal = await this.store.load()
    if (!this.stillOpen() || this.erasing) return false
    const known = this.generation
    const erased = known !== undefined && !sameGeneration(known, journal.generation)
    if (known && !erased && journal.lastKey === this.lastKey) return false
    // What was on its way into a profile that has been erased goes with it.
    if (erased) this.pending = []
    const fold = foldJournal(this.engine, journal)
    for (const record of this.pending) this.engine.fold(record)
    this.generation = journal.generation
    this.lastKey = journal.lastKey
    this.sinceSnapshot = journal.records.length
    this.writable = fold.whole || !fold.newer
    if (!fold.whole && !fold.newer) await this.store.truncate(journal.generation, fold.from)
    return true
  }

  /** False where another tab was quicker: then the journal is not what this one knows. */
  private async compact(): Promise<boolean> {
    if (!this.generation || !this.open || !this.writable) return true
    const bytes = this.engine.snapshot(Date.now())
    const compacted = await this.store.compact(this.generation, { upTo: this.lastKey, bytes })
    this.sinceSnapshot = 0
    return compacted
  }

  /** What is forgotten must leave the journal too; a tab that writes meanwhile makes it be tried again, twice at most. */
  private async tidy(): Promise<void> {
    for (let attempts = 0; attempts < 3; ++attempts) {
      if (!this.stillOpen() || !this.engine.tidy(Date.now())) return
      // What is not in the journal yet cannot be compacted into it.
      while (this.pending.length > 0) await this.write()
      if (await this.compact()) return
      await this.reload()
    }
  }

  /** `open` may have changed while something was awaited; a plain read of it looks constant to the compiler. */
  private stillOpen(): boolean {
    return this.open
  }
}
