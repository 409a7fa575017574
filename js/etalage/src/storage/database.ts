// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb'

/** The journal's snapshot lies before the first record: autoincrement starts at 1. */
export const snapshotKey = 0

export interface Snapshot {
  /** Records up to this key are in it. */
  upTo: number
  bytes: Uint8Array
}

export interface ProfileSchema extends DBSchema {
  /** 'generation': random, new with every erase, and the secret of the profile. Says nothing about the shopper. */
  meta: { key: string; value: Uint8Array }
  /** Journal records by their order, and the snapshot. */
  events: { key: number; value: Uint8Array | Snapshot }
  /** Randomised reports, and the budget they spend. */
  queue: { key: number; value: unknown }
  ledger: { key: string; value: unknown }
}

export type Database = IDBPDatabase<ProfileSchema>

export const databaseName = 'etalage'
export const stores = ['meta', 'events', 'queue', 'ledger'] as const

/** Some browsers never answer; nothing may wait for them for ever. In milliseconds. */
const openPatience = 1000

/**
 * The schema is version 1 for ever: a shop that rolls back a release must still be able to open what a newer one made.
 * What changes is versioned inside the records.
 */
export function openDatabase(onLost: () => void): Promise<Database> {
  const opened = openDB<ProfileSchema>(databaseName, 1, {
    upgrade(created) {
      created.createObjectStore('meta')
      created.createObjectStore('events', { autoIncrement: true })
      created.createObjectStore('queue', { autoIncrement: true })
      created.createObjectStore('ledger')
    },
    // Another tab deletes the database: stand in nobody's way.
    blocking(_current, _blocked, event) {
      ;(event.target as IDBDatabase).close()
      onLost()
    },
    terminated: onLost,
  })
  return Promise.race([opened, after(openPatience)])
}

function after(milliseconds: number): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error('IndexedDB does not answer')), milliseconds)
  })
}

/** Best effort: a frozen tab may hold a connection for ever. Nobody waits for it longer than `patience` milliseconds. */
export async function deleteDatabase(patience = 1000): Promise<boolean> {
  const deleted = deleteDB(databaseName).then(
    () => true,
    () => false,
  )
  const gaveUp = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), patience))
  return Promise.race([deleted, gaveUp])
}

/** Whether there is a database, without making one. Where the browser cannot say (before Firefox 126): perhaps. */
export async function databaseExists(): Promise<boolean> {
  if (typeof indexedDB.databases !== 'function') return true
  const databases = await indexedDB.databases()
  return databases.some(({ name }) => name === databaseName)
}
