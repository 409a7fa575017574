// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// A database in memory that fails on command. Every call that the package makes on IndexedDB passes `strike`, which may
// make it fail in one of the ways that browsers do.
import 'fake-indexeddb/auto'
import forceCloseDatabase from 'fake-indexeddb/lib/forceCloseDatabase'
import FDBOpenDBRequest from 'fake-indexeddb/lib/FDBOpenDBRequest'
import './clock.mjs'

let strike = () => undefined

/** `choose` is asked at each call, with its name, and gives the fault: one of `faults`, or nothing. */
export function failing(choose) {
  strike = choose
}

/** What hung goes on. */
export function working() {
  strike = () => undefined
  for (const resume of stalled) resume()
  stalled.clear()
}

/** An empty world: what was in the database, and who was connected to it, is gone. */
export function newDatabase() {
  working()
  globalThis.indexedDB = new IDBFactory()
}

const named = (name, message = name) => new DOMException(message, name)

const lost = () =>
  named('UnknownError', 'Connection to Indexed Database server lost. Refresh the page to try again')
const closing = () => named('InvalidStateError', 'The database connection is closing.')
const inactive = () => named('TransactionInactiveError', 'There is no transaction in progress.')
const quota = () => named('QuotaExceededError')
const damaged = () =>
  named('UnknownError', 'Internal error opening backing store for indexedDB.open.')

/**
 * By name: which calls it can befall, and what it does to one. `call` makes the call after all, `owner` is what it is
 * made on.
 */
export const faults = {
  ...thrown('throws: connection lost', lost),
  ...thrown('throws: connection is closing', closing),
  ...thrown('throws: no transaction', inactive),
  ...thrown('throws: denied', () => named('SecurityError')),
  ...refused('is refused: connection lost', lost),
  ...refused('is refused: aborted', () => named('AbortError')),
  ...refused('is refused: quota', quota),
  'is refused: backing store': { befalls: (name) => name === 'open', run: refusal(damaged) },
  'the connection is closed from outside': {
    befalls: (name) => name.startsWith('store.') || name === 'commit',
    run: ({ owner, call }) => {
      const { db } = owner.transaction ?? owner
      const result = call()
      setImmediate(() => forceCloseDatabase(db))
      return result
    },
  },
  'is never answered': {
    befalls: (name) => name !== 'transaction' && name !== 'commit',
    run: ({ name, owner, call }) => {
      if (name === 'databases') return new Promise(() => {})
      if (name === 'open' || name === 'delete') {
        const request = new FDBOpenDBRequest()
        stalled.add(() => forward(call(), request))
        return request
      }
      stall(owner.transaction)
      return call()
    },
  },
  'the commit is never answered': {
    befalls: (name) => name === 'commit',
    run: ({ owner, call }) => {
      stall(owner)
      return call()
    },
  },
  'the transaction is aborted': {
    befalls: isCommit,
    run: ({ owner }) => owner._abort('AbortError'),
  },
  'the disk is full': { befalls: isCommit, run: ({ owner }) => owner._abort('QuotaExceededError') },
  // It is committed, but the page is told that it failed.
  'the answer to the commit is lost': {
    befalls: isCommit,
    run: ({ owner, call }) => {
      const dispatch = owner.dispatchEvent
      owner.dispatchEvent = (event) => {
        if (event.type !== 'complete') return dispatch.call(owner, event)
        owner.oncomplete = null
        owner.error = lost()
        owner.onabort?.()
        return dispatch.call(owner, event)
      }
      return call()
    },
  },
}

function isCommit(name) {
  return name === 'commit'
}

function thrown(title, error) {
  const run = () => {
    throw error()
  }
  return { [title]: { befalls: () => true, run } }
}

function refused(title, error) {
  const befalls = (name) => name.startsWith('store.') || name === 'open' || name === 'delete'
  return { [title]: { befalls, run: refusal(error) } }
}

function refusal(error) {
  return ({ owner, name }) => {
    if (name.startsWith('store.')) {
      const operation = () => {
        throw error()
      }
      return owner.transaction._execRequestAsync({ source: owner, operation })
    }
    const request = new FDBOpenDBRequest()
    setImmediate(() => {
      request.error = error()
      request.readyState = 'done'
      request.onerror?.({ preventDefault() {} })
    })
    return request
  }
}

const stalled = new Set()

/** Nothing happens in the transaction any more, until somebody aborts it or the fault is over. */
function stall(transaction) {
  const resume = transaction._start
  transaction._start = () => undefined
  stalled.add(() => {
    transaction._start = resume
    if (transaction._state !== 'finished') transaction._start()
  })
}

function forward(from, to) {
  for (const type of ['upgradeneeded', 'success', 'error']) {
    from[`on${type}`] = (event) => {
      for (const field of ['result', 'error', 'transaction', 'readyState']) to[field] = from[field]
      to[`on${type}`]?.(event)
    }
  }
}

function wrap(prototype, method, name) {
  const original = prototype[method]
  prototype[method] = function (...args) {
    const call = () => original.apply(this, args)
    const fault = strike(name)
    return fault && fault.befalls(name) ? fault.run({ name, owner: this, call }) : call()
  }
}

wrap(IDBFactory.prototype, 'open', 'open')
wrap(IDBFactory.prototype, 'deleteDatabase', 'delete')
wrap(IDBFactory.prototype, 'databases', 'databases')
wrap(IDBDatabase.prototype, 'transaction', 'transaction')
wrap(IDBTransaction.prototype, 'commit', 'commit')
const onStores = [
  'add',
  'put',
  'get',
  'getAll',
  'getAllKeys',
  'delete',
  'clear',
  'count',
  'openKeyCursor',
]
for (const method of onStores) wrap(IDBObjectStore.prototype, method, `store.${method}`)
