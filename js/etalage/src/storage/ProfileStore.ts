// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import {
  databaseExists,
  deleteDatabase,
  openDatabase,
  snapshotKey,
  stores,
  type Database,
  type Snapshot,
} from './database.js'

export interface Journal {
  /** Random bytes that change with every erase; the profile's secret. */
  generation: Uint8Array
  snapshot: Snapshot | undefined
  records: { key: number; bytes: Uint8Array }[]
  /** The last key that is folded in, once snapshot and records are. */
  lastKey: number
}

/** The profile's records in IndexedDB. Each method is one transaction; none decides what the bytes mean. */
export class ProfileStore {
  private connection: Promise<Database> | undefined

  /** Everything there is, and a new generation where there is none yet. */
  load(): Promise<Journal> {
    return this.attempt(async (database) => {
      const transaction = database.transaction(['meta', 'events'], 'readwrite')
      const meta = transaction.objectStore('meta')
      let generation = await meta.get('generation')
      if (!generation) {
        generation = newGeneration()
        await meta.put(generation, 'generation')
      }
      const events = transaction.objectStore('events')
      const keys = await events.getAllKeys()
      const values = await events.getAll()
      await transaction.done
      const snapshot = keys[0] === snapshotKey ? (values[0] as Snapshot) : undefined
      const records = keys
        .map((key, i) => ({ key, bytes: values[i] as Uint8Array }))
        .filter(({ key }) => key > (snapshot?.upTo ?? snapshotKey))
      return { generation, snapshot, records, lastKey: records.at(-1)?.key ?? snapshot?.upTo ?? 0 }
    })
  }

  /** Appends a record, and gives its key; nothing where the profile has been erased meanwhile. */
  append(generation: Uint8Array, record: Uint8Array): Promise<number | undefined> {
    return this.attempt(async (database) => {
      const transaction = database.transaction(['meta', 'events'], 'readwrite')
      const current = await transaction.objectStore('meta').get('generation')
      if (!sameGeneration(current, generation)) {
        await transaction.done
        return undefined
      }
      const key = await transaction.objectStore('events').add(record)
      transaction.commit()
      await transaction.done
      return key
    })
  }

  /** Replaces the records up to a key by a snapshot. Does nothing where another tab has written or erased meanwhile. */
  compact(generation: Uint8Array, snapshot: Snapshot): Promise<boolean> {
    return this.attempt(async (database) => {
      const transaction = database.transaction(['meta', 'events'], 'readwrite')
      const events = transaction.objectStore('events')
      const current = await transaction.objectStore('meta').get('generation')
      const last = (await events.openKeyCursor(null, 'prev'))?.key
      const unchanged = sameGeneration(current, generation) && last === snapshot.upTo
      if (unchanged) {
        await events.delete(IDBKeyRange.bound(snapshotKey, snapshot.upTo))
        await events.put(snapshot, snapshotKey)
      }
      await transaction.done
      return unchanged
    })
  }

  /** Drops the records from a key on: what cannot be read, and what came after it. */
  truncate(generation: Uint8Array, from: number): Promise<void> {
    return this.attempt(async (database) => {
      const transaction = database.transaction(['meta', 'events'], 'readwrite')
      const current = await transaction.objectStore('meta').get('generation')
      if (sameGeneration(current, generation)) {
        await transaction.objectStore('events').delete(IDBKeyRange.lowerBound(from))
      }
      await transaction.done
    })
  }

  /**
   * Clears every store in one transaction, under a new generation: a slow tab cannot write back. Then counts what is
   * left: true where that is the generation alone, or what another tab has written since under it.
   */
  clear(generation: Uint8Array): Promise<boolean> {
    return this.attempt(async (database) => {
      const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' })
      for (const name of stores) await transaction.objectStore(name).clear()
      await transaction.objectStore('meta').put(generation, 'generation')
      let left = 0
      for (const name of stores) left += await transaction.objectStore(name).count()
      await transaction.done
      return left === 1
    })
  }

  /** Removes all there is, without making a database where there is none. False where something is left. */
  async remove(): Promise<boolean> {
    if (!(await databaseExists())) return true
    await this.clear(newGeneration())
    await this.close()
    return deleteDatabase()
  }

  async close(): Promise<void> {
    const connection = this.connection
    this.connection = undefined
    const database = await connection?.catch(() => undefined)
    database?.close()
  }

  /** Runs a transaction; a connection that the browser has dropped is opened again, twice at most. */
  private async attempt<T>(run: (database: Database) => Promise<T>): Promise<T> {
    for (let attempts = 1; ; ++attempts) {
      try {
        this.connection ??= openDatabase(() => (this.connection = undefined))
        return await run(await this.connection)
      } catch (error) {
        this.connection = undefined
        if (attempts === 3) throw error
      }
    }
  }
}

export function newGeneration(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(16))
}

export function sameGeneration(a: Uint8Array | undefined, b: Uint8Array): boolean {
  return a?.length === b.length && b.every((byte, i) => a[i] === byte)
}
