// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What a page needs to be measured at once, in any engine; it runs before anything else. When the shop was opened it was midweek by
// its clock, in the first week of four; the clock can be ahead (?ahead=, and passTime()). What waits to be sent goes at once,
// or, with ?hold, waits as long as it may.
export function measured(opened) {
  const query = new URLSearchParams(location.search)
  window.collector = '/reports'
  const week = 604_800_000
  let ahead = 2980.5 * week - opened + Number(query.get('ahead'))
  window.passTime = (milliseconds) => (ahead += milliseconds)
  /** What is stored of it: { queue: [text], ledger }; neither where there is no database. */
  window.measured = async () => {
    const databases = await indexedDB.databases()
    if (!databases.some(({ name }) => name === 'etalage')) return {}
    const answer = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const database = await answer(indexedDB.open('etalage'))
    const stores = database.transaction(['queue', 'ledger'])
    const [queue, [ledger]] = await Promise.all([
      answer(stores.objectStore('queue').getAll()),
      answer(stores.objectStore('ledger').getAll()),
    ])
    database.close()
    return { queue, ledger: ledger && { until: ledger.until, size: ledger.bytes.length } }
  }
  const { get } = IDBObjectStore.prototype
  IDBObjectStore.prototype.get = function (key) {
    window.ledgerRead ||= key === 'ledger'
    return get.call(this, key)
  }
  const Clock = Date
  window.Date = class extends Clock {
    constructor(...given) {
      if (given.length > 0) super(...given)
      else super(Date.now())
    }
    static now() {
      return Clock.now() + ahead
    }
  }
  const { getRandomValues } = Crypto.prototype
  Crypto.prototype.getRandomValues = function (array) {
    getRandomValues.call(this, array)
    // The only single word that the package draws is how long a report waits.
    if (array instanceof Uint32Array && array.length === 1) array[0] = query.has('hold') ? -1 : 1
    return array
  }
}
