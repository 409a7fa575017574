// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What a shopper does in a tab of the corner shop, and what can be seen of it there.

/** The package is open, or has said that it will not. The tab is closed with the test. */
export async function enter(t, browser, url) {
  const tab = await browser.open(url)
  t.after(() => tab.close().catch(() => undefined)) // a test may have ended it
  await settled(tab)
  return tab
}

export async function settled(tab) {
  await tab.waitFor(() => window.etalage !== undefined)
  await tab.evaluate(() => window.etalage.flush())
}

export async function visit(tab, url) {
  await tab.goto(url)
  await settled(tab)
}

/** What the shopper answers to the banner; nothing at all: they take the answer back. */
export function choose(tab, choice) {
  return tab.evaluate(async (answer) => {
    window.banner.choose(answer ?? undefined)
    await window.etalage.flush()
  }, choice ?? null)
}

export const agree = (tab) => choose(tab, { personalise: true, measure: true })

/** The shopper looks at products, and that is durable. */
export function look(tab, ids) {
  return tab.evaluate(async (items) => {
    for (const item_id of items) window.etalage.track('view_item', { items: [{ item_id }] })
    await window.etalage.flush()
  }, ids)
}

/** The shopper goes to another tab, as far as the page can tell, and comes back. */
export const leave = (tab) => show(tab, 'hidden')
export const comeBack = (tab) => show(tab, 'visible')

function show(tab, state) {
  return tab.evaluate(async (visibility) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: visibility })
    document.dispatchEvent(new Event('visibilitychange'))
    await window.etalage.flush()
  }, state)
}

/** The shopper stays for a quarter of an hour, by the clock of a page that is measured, and leaves: whatever is due is answered. */
export async function stay(tab) {
  // The visit has begun.
  await tab.waitFor(() => window.ledgerRead && window.etalage.flush().then(() => true))
  await tab.evaluate(() => window.passTime(900_000))
  await leave(tab)
}

/** The products that the profile knows they looked at, in their order. */
export function seen(tab) {
  return tab.evaluate(async () => {
    const { events } = await window.etalage.profile.export()
    return events
      .filter(({ event }) => event === 'view_item')
      .flatMap(({ items }) => items.map(({ item_id }) => item_id))
  })
}

export const numbered = (count, from = 0) => Array.from({ length: count }, (_, i) => `p${from + i}`)

/** Everything that the page can read of what this origin stores; bytes as Latin-1 text. */
export function stored(tab) {
  return tab.evaluate(async () => {
    const answer = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const text = (value) => {
      if (value instanceof Uint8Array) return String.fromCharCode(...value)
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, text(inner)]))
    }
    const databases = {}
    for (const { name } of await indexedDB.databases()) {
      const database = await answer(indexedDB.open(name))
      databases[name] = {}
      for (const store of database.objectStoreNames) {
        const objects = database.transaction(store).objectStore(store)
        const [keys, values] = await Promise.all([
          answer(objects.getAllKeys()),
          answer(objects.getAll()),
        ])
        databases[name][store] = values.map((value, i) => [keys[i], text(value)])
      }
      database.close()
    }
    return {
      databases,
      localStorage: { ...localStorage },
      sessionStorage: { ...sessionStorage },
      cookies: document.cookie,
      caches: await caches.keys(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }
  })
}

/** What an origin stores that nobody has used. */
export const nothing = {
  databases: {},
  localStorage: {},
  sessionStorage: {},
  cookies: '',
  caches: [],
  workers: 0,
}
