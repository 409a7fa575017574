// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { Connection } from './Connection.js'
import {
  answerTo,
  databaseExists,
  deleteDatabase,
  nameOf,
  snapshotKey,
  stores,
  transact,
  type Snapshot,
} from './database.js'
import { ledgerKey, untilIn } from './ledger.js'

export interface Journal {
  /** Random bytes that change with every erase; the profile's secret. */
  generation: Uint8Array
  snapshot: Snapshot | undefined
  records: { key: number; bytes: Uint8Array }[]
  /** The last key there is: once snapshot and records are folded, that is folded in. */
  lastKey: number
}

/** The stores of what is measured, in one transaction. */
export interface ReportStores {
  queue: IDBObjectStore
  ledger: IDBObjectStore
}

export interface ProfileStoreEvents {
  mayWrite(): boolean
  /** The database answers after all. */
  onLate(): void
  /** A ledger goes, that was about answers up to this week; undefined where it could not be read, nor whether there is one. */
  onSpent(until: number | undefined): void
}

/** Whoever changes the journal says which one they know; where it has become another one, nothing is changed. */
export type Version = Pick<Journal, 'generation' | 'lastKey'>

/**
 * The profile's records in IndexedDB. Each method is one transaction; none decides what the bytes mean. A key is never used
 * again, and every change of the journal changes its last key.
 */
export class ProfileStore {
  private readonly connection: Connection

  constructor(private readonly events: ProfileStoreEvents) {
    this.connection = new Connection(
      () => events.mayWrite(),
      () => events.onLate(),
      () => events.onSpent(undefined),
    )
  }

  /** The last transaction failed in the end. */
  get failed(): boolean {
    return this.connection.failed
  }

  /** Everything there is, with a new generation where there is none; nothing where it is as known. */
  load(known?: Version): Promise<Journal | undefined> {
    return this.use(async (meta, events) => {
      let generation = await generationIn(meta)
      const lastKey = await lastKeyIn(events)
      if (known?.lastKey === lastKey && sameBytes(generation, known.generation)) return undefined
      if (!generation) {
        generation = newGeneration()
        await answerTo(meta.put(generation, 'generation'))
      }
      const [keys, values] = await Promise.all([
        answerTo(events.getAllKeys() as IDBRequest<number[]>),
        answerTo(events.getAll()),
      ])
      const all = keys.map((key, i) => ({ key, bytes: bytesIn(values[i]) }))
      const first = values[0] as Partial<Snapshot> | undefined
      const upTo = Number(first?.upTo)
      const snapshot = keys[0] === snapshotKey ? { upTo, bytes: bytesIn(first?.bytes) } : undefined
      const records = all.filter(({ key }) => key > (snapshot?.upTo ?? snapshotKey))
      return { generation, snapshot, records, lastKey }
    })
  }

  /** Gives the last record's key. Tried once: whoever tries again looks first whether they are there after all. */
  append(version: Version, records: Uint8Array[]): Promise<number | undefined> {
    return this.change(version, 1, async (events) => {
      const keys = await Promise.all(records.map((record) => answerTo(events.add(record))))
      return keys.at(-1) as number
    })
  }

  /**
   * Replaces the journal by a snapshot. An empty record beside it gives it a key, by which the other tabs know of it.
   * Tried once, as append.
   */
  replace(version: Version, bytes: Uint8Array): Promise<number | undefined> {
    return this.change(version, 1, async (events) => {
      const upTo = (await answerTo(events.add(new Uint8Array()))) as number
      await answerTo(events.delete(IDBKeyRange.upperBound(upTo, true)))
      await answerTo(events.put({ upTo, bytes } satisfies Snapshot, snapshotKey))
      return upTo
    })
  }

  /** Drops the records from a key on: what cannot be read, and what came after it. */
  truncate(version: Version, from: number): Promise<number | undefined> {
    return this.change(version, 3, async (events) => {
      await answerTo(events.delete(IDBKeyRange.lowerBound(from)))
      return lastKeyIn(events)
    })
  }

  /** Whether the journal begins with this snapshot, and holds nothing else of what is in it. */
  holds(upTo: number, bytes: Uint8Array): Promise<boolean> {
    return this.use(async (_, events) => {
      const found = await answerTo(events.count(IDBKeyRange.upperBound(upTo)))
      const snapshot = (await answerTo(events.get(snapshotKey))) as Snapshot | undefined
      return found === 2 && snapshot?.upTo === upTo && sameBytes(snapshot.bytes, bytes)
    })
  }

  /**
   * Clears every store in one transaction, under a new generation: a slow tab cannot write back. Then looks what is left:
   * false where anything is that was there before.
   */
  async clear(generation: Uint8Array): Promise<boolean> {
    const clear = (last: (meta: IDBObjectStore) => unknown) =>
      this.useAll(async (all) => {
        const before = await contentsOf(all)
        await this.tellSpent(all[stores.indexOf('ledger')])
        for (const store of all) await answerTo(store.clear())
        await last(all[0])
        return before
      })
    const before = await clear((meta) => answerTo(meta.put(generation, 'generation'))).catch(
      (error: unknown) => {
        if (nameOf(error) !== 'QuotaExceededError') throw error
        // No room for a generation. Where there is none a slow tab cannot write either.
        return clear(() => undefined)
      },
    )
    const left = await this.useAll(contentsOf)
    const isLeft = (one: string, i: number) => before[i].includes(one) && one !== String(generation)
    return !left.some((contents, i) => contents.some((one) => isLeft(one, i)))
  }

  /** Removes all there is, without making a database where there is none. False where something is left. */
  async remove(): Promise<boolean> {
    if (!(await databaseExists())) return true
    const cleared = await this.clear(newGeneration()).catch(() => {
      this.events.onSpent(undefined)
      return false
    })
    this.connection.close()
    return (await deleteDatabase()) || cleared
  }

  /**
   * Works on the reports of the profile of this generation, in one transaction; gives nothing where there is another profile by
   * now. `signal`: the page goes, and the transaction with it.
   */
  report<T>(
    generation: Uint8Array,
    work: (reports: ReportStores) => Promise<T>,
    signal: AbortSignal,
  ): Promise<T | undefined> {
    return this.connection.use((database) => {
      this.checkConsent()
      if (signal.aborted) throw new DOMException('the page goes', 'NotAllowedError')
      return transact(
        database,
        ['meta', 'queue', 'ledger'],
        async ([meta, queue, ledger]) => {
          const known = sameBytes(await generationIn(meta), generation)
          return known ? work({ queue, ledger }) : undefined
        },
        { durability: 'strict', signal },
      )
    })
  }

  /** Drops what was measured, without making a database where there is none. */
  async dropReports(): Promise<void> {
    if (!(await databaseExists())) return
    await this.connection.use((database) =>
      transact(
        database,
        ['queue', 'ledger'],
        async (both) => {
          const counts = await Promise.all(both.map((store) => answerTo(store.count())))
          if (counts.every((count) => count === 0)) return
          await this.tellSpent(both[1])
          for (const store of both) await answerTo(store.clear())
        },
        { durability: 'strict' },
      ),
    )
  }

  close(): void {
    this.connection.close()
  }

  /** Before the ledger goes: whoever is told has kept it when that is committed. */
  private async tellSpent(ledger: IDBObjectStore): Promise<void> {
    const stored: unknown = await answerTo(ledger.get(ledgerKey))
    if (stored !== undefined) this.events.onSpent(untilIn(stored))
  }

  private async change(
    version: Version,
    attempts: number,
    work: (events: IDBObjectStore) => Promise<number | undefined>,
  ): Promise<number | undefined> {
    return this.use(async (meta, events) => {
      const [generation, lastKey] = await Promise.all([generationIn(meta), lastKeyIn(events)])
      const known = sameBytes(generation, version.generation) && lastKey === version.lastKey
      return known ? work(events) : undefined
    }, attempts)
  }

  private use<T>(
    work: (meta: IDBObjectStore, events: IDBObjectStore) => Promise<T>,
    attempts?: number,
  ): Promise<T> {
    return this.connection.use((database) => {
      this.checkConsent()
      return transact(database, ['meta', 'events'], ([meta, events]) => work(meta, events))
    }, attempts)
  }

  private checkConsent(): void {
    if (!this.events.mayWrite())
      throw new DOMException('the shopper does not consent any more', 'NotAllowedError')
  }

  private useAll<T>(work: (all: IDBObjectStore[]) => Promise<T>): Promise<T> {
    return this.connection.use((database) =>
      transact(database, stores, work, { durability: 'strict' }),
    )
  }
}

async function generationIn(meta: IDBObjectStore): Promise<Uint8Array | undefined> {
  const generation: unknown = await answerTo(meta.get('generation'))
  return generation instanceof Uint8Array && generation.length === 16 ? generation : undefined
}

/** Others on the page can write to the database too. What is not bytes is not a record: the engine refuses none at all. */
function bytesIn(value: unknown): Uint8Array {
  return value instanceof Uint8Array ? value : new Uint8Array()
}

async function lastKeyIn(events: IDBObjectStore): Promise<number> {
  const cursor = await answerTo(events.openKeyCursor(null, 'prev'))
  return (cursor?.key as number | undefined) ?? snapshotKey
}

/** What each store holds, by its keys; the generation by what it is, for there is always one. */
function contentsOf(all: IDBObjectStore[]): Promise<string[][]> {
  return Promise.all(
    all.map(async (store) => {
      const keys = (await answerTo(store.getAllKeys())).map(String)
      const generation = await generationIn(store)
      return generation ? [...keys.filter((key) => key !== 'generation'), String(generation)] : keys
    }),
  )
}

export function newGeneration(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(16))
}

export function sameBytes(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a !== undefined && a.length === b?.length && a.every((byte, i) => byte === b[i])
}
