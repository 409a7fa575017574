// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** The journal's snapshot lies before the first record: autoincrement starts at 1. */
export const snapshotKey = 0

export interface Snapshot {
  /** Records up to this key are in it. */
  upTo: number
  bytes: Uint8Array
}

const databaseName = 'etalage'

/** Some browsers never answer, and a tab that is frozen keeps the others waiting. In milliseconds. */
export const openPatience = 1000
const transactionPatience = 5000

/**
 *   meta    'generation': random, new with every erase, and the secret of the profile. Says nothing about the shopper
 *   events  journal records by their order, and the snapshot
 *   queue   randomised reports
 *   ledger  the budget that they spend
 */
export const stores = ['meta', 'events', 'queue', 'ledger'] as const

/**
 * The schema is version 1 for ever: a shop that rolls back a release must still be able to open what a newer one made.
 * What changes is versioned inside the records. A database of a higher version, however it came, is used as it is.
 */
export async function openDatabase(mayCreate: () => boolean): Promise<IDBDatabase> {
  const database = await open(mayCreate, 1).catch((error: unknown) => {
    if (nameOf(error) === 'VersionError') return open(mayCreate)
    throw error
  })
  if (stores.every((name) => database.objectStoreNames.contains(name))) return database
  database.close()
  throw new Error(`the database ${databaseName} lacks a store`)
}

function open(mayCreate: () => boolean, version?: number): Promise<IDBDatabase> {
  const request = indexedDB.open(databaseName, version)
  request.onupgradeneeded = () => {
    // It may have taken its time, and consent may have lapsed since.
    if (!mayCreate()) return request.transaction?.abort()
    try {
      for (const name of stores) {
        const autoIncrement = name === 'events' || name === 'queue'
        request.result.createObjectStore(name, { autoIncrement })
      }
    } catch {
      // What is thrown here would reach the page's own error handler.
      request.transaction?.abort()
    }
  }
  return answerTo(request)
}

/** Best effort: a frozen tab may hold a connection for ever, and nobody waits for it. */
export function deleteDatabase(): Promise<boolean> {
  return attempt(() => answerTo(indexedDB.deleteDatabase(databaseName)).then(() => true), false)
}

/** Whether there is a database, without making one. Where the browser cannot say (before Firefox 126): perhaps. */
export function databaseExists(): Promise<boolean> {
  return attempt(async () => {
    const databases = await indexedDB.databases()
    return databases.some(({ name }) => name === databaseName)
  }, true)
}

interface TransactionOptions {
  durability?: IDBTransactionDurability
  signal?: AbortSignal
}

/**
 * One read-write transaction: gives what `work` gives, once that is committed, and leaves no trace where it fails. `work`
 * waits for nothing but requests of this transaction, so that a tab which is frozen in it has no reason to stay in it; where it
 * would be frozen at once, `signal` ends it.
 */
export async function transact<T>(
  database: IDBDatabase,
  names: readonly (typeof stores)[number][],
  work: (found: IDBObjectStore[]) => Promise<T>,
  { durability = 'default', signal }: TransactionOptions = {},
): Promise<T> {
  const transaction = database.transaction(names, 'readwrite', { durability })
  const committed = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () =>
      reject(transaction.error ?? new Error('the transaction was aborted'))
  })
  const worked = async () => {
    const result = await work(names.map((name) => transaction.objectStore(name)))
    transaction.commit()
    return result
  }
  const abort = () => {
    try {
      transaction.abort()
    } catch {
      // It is over already.
    }
  }
  signal?.addEventListener('abort', abort)
  try {
    const [result] = await within(transactionPatience, Promise.all([worked(), committed]))
    return result
  } catch (error) {
    abort()
    throw error
  }
}

export function answerTo<T>(request: IDBRequest<T>): Promise<T> {
  const answer = new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = (event) => {
      // Firefox would tell the page's own error handler of it.
      event.preventDefault()
      reject(request.error ?? new Error('the request failed'))
    }
  })
  // Where an earlier request has failed nobody waits for this one any more.
  answer.catch(() => undefined)
  return answer
}

/** Nothing may wait for ever. */
export async function within<T>(milliseconds: number, answer: Promise<T>): Promise<T> {
  let clock: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    clock = setTimeout(
      () => reject(new DOMException('IndexedDB does not answer', 'TimeoutError')),
      milliseconds,
    )
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(clock)
  }
}

async function attempt<T>(ask: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await within(openPatience, ask())
  } catch {
    return otherwise
  }
}

export function nameOf(error: unknown): string {
  return (error as Error | null)?.name ?? ''
}
