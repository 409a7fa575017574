// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Tab: one page's LiveProfile, with an engine that keeps a list of words.
import { ListEngine } from './ListEngine.mjs'
import { foldJournal, LiveProfile } from './storage.mjs'

export class Tab {
  consents = true
  /** The other tabs, which hear of what is written here. */
  others = new Set()
  foreignChanges = 0
  /** Since when, in the model's time, it knows of every erase before. */
  heard = -1
  /** What the model does not know to be flushed. */
  waiting = []

  constructor(release = 1) {
    this.engine = new ListEngine(release)
    this.profile = new LiveProfile(this.engine, this.events)
  }

  events = {
    mayWrite: () => this.consents,
    onForeignChange: () => (this.foreignChanges += 1),
    onSpent: () => undefined,
    onWritten: () => {
      for (const tab of this.others) tab.profile.catchUp()
    },
  }

  static async open(release) {
    const tab = new Tab(release)
    await tab.profile.start()
    return tab
  }

  get words() {
    return this.engine.words
  }

  /** What waits for the database, as words. */
  get pending() {
    return wordsOf({ generation: new Uint8Array(16), records: this.profile.pending })
  }

  track(word) {
    this.profile.append(this.engine.add(word))
  }

  /** As a shopper does who forgets it. */
  forget(word) {
    return this.profile.rewrite(() => this.engine.remove((one) => one === word))
  }

  flush() {
    return this.profile.flush()
  }
}

/** The profile that a journal means. */
function wordsOf({ snapshot, records }) {
  const engine = new ListEngine()
  const journal = {
    snapshot,
    records: records.map((it) => (it.bytes ? it : { key: 0, bytes: it })),
  }
  foldJournal(engine, journal)
  return engine.words
}

const answer = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/** Works on the database behind the package's back: `work` gets the four stores. Nothing where there is no database. */
export async function behind(work, mode = 'readwrite') {
  const databases = await indexedDB.databases()
  if (databases.length === 0) return undefined
  const database = await answer(indexedDB.open('etalage'))
  const names = [...database.objectStoreNames]
  const transaction = database.transaction(names, mode)
  const result = await work(
    Object.fromEntries(names.map((name) => [name, transaction.objectStore(name)])),
    answer,
  )
  await new Promise((resolve) => (transaction.oncomplete = resolve))
  database.close()
  return result
}

/** What is in the database: as { words, keys, sizes }; no words where there is none. */
export async function stored() {
  const found = await behind(async ({ events }) => {
    const keys = await answer(events.getAllKeys())
    const values = await answer(events.getAll())
    return { keys, values }
  })
  if (!found) return { words: [], keys: [], size: 0 }
  const { keys, values } = found
  const snapshot = keys[0] === 0 ? values[0] : undefined
  const records = keys
    .map((key, i) => ({ key, bytes: values[i] }))
    .filter(({ key }) => key > (snapshot?.upTo ?? 0))
  const size = values.reduce((sum, value) => sum + (value.bytes ?? value).length, 0)
  return { words: wordsOf({ snapshot, records }), keys, values, size }
}
