// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// A browser, a shop and a shopper for one test file.
import { chromium } from 'playwright-core'
import { startServer } from '../../../demo/server.mjs'
import { chromiumFlags, chromiumPath } from './chromium.mjs'
import { site } from './site.mjs'

/** A browser without a profile, which ends with the test. */
export async function launch(t) {
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: chromiumFlags,
    // Shoppers' browsers keep the page that they left.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    headless: true,
  })
  t.after(() => browser.close())
  return browser
}

/** The server's options as in demo/server.mjs. Gives { url, shopper() }; all ends with the test. */
export async function openShop(t, options = {}) {
  const dir = options.dir ?? (await site())
  const server = await startServer({ ...options, dir })
  t.after(() => server.close())
  const browser = await launch(t)
  const url = server.url.replace(/\/$/, '')
  return { url, dir, browser, shopper: () => newShopper(browser, url) }
}

/** A person with a browser profile of their own. `errors` collects whatever reaches the page's console as one. */
async function newShopper(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const errors = []
  const requests = []
  context.on('weberror', (error) => errors.push(String(error.error())))
  context.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  context.on('request', (request) =>
    requests.push(`${request.method()} ${request.url().slice(url.length)}`),
  )

  async function open(path = '/nl/') {
    const page = await context.newPage()
    await page.goto(url + path)
    await settled(page)
    return page
  }
  async function visit(page, path) {
    await page.goto(url + path)
    await settled(page)
  }
  return { context, errors, requests, open, visit, url }
}

/** The package is open, or has said that it will not, and the slots are painted. */
export async function settled(page) {
  await page.waitForFunction(() => window.etalage !== undefined)
  await page.evaluate(() => window.etalage.flush())
}

export async function consentTo(page, answer) {
  await page.locator(`#consent button[value=${answer}]`).click()
  await page.evaluate(() => window.etalage.flush())
}

/** A shopper of a shop of their own who has agreed, on the home page. */
export async function consenting(t) {
  const shopper = await (await openShop(t)).shopper()
  const page = await shopper.open('/nl/')
  await consentTo(page, 'accept')
  return { shopper, page }
}

/** The shopper looks at products, and that is durable. */
export function look(page, ids) {
  return page.evaluate(async (items) => {
    for (const item_id of items) window.etalage.track('view_item', { items: [{ item_id }] })
    await window.etalage.flush()
  }, ids)
}

/** The cards of a slot, as { id, category } in their order. */
export function shownIn(page, slot) {
  return page.evaluate(
    (name) =>
      window.etalage.recommend(name).items.map(({ id, fields, reason }) => ({
        id,
        category: fields.category,
        reason: reason.code,
      })),
    slot,
  )
}

/** What a slot shows on the page itself. */
export function paintedIn(page, slot) {
  return page.evaluate(
    (name) =>
      [...document.querySelectorAll(`[data-slot=${name}] .card`)].map((card) => card.dataset.id),
    slot,
  )
}

/** Everything that this origin stores: databases with their records by store (bytes as Latin-1 text), both storages, the cookies. */
export function stored(page) {
  return page.evaluate(async () => {
    const text = (value) =>
      value instanceof Uint8Array
        ? String.fromCharCode(...value)
        : value?.bytes
          ? text(value.bytes)
          : value
    const databases = {}
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise((resolve, reject) => {
        const request = indexedDB.open(name)
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
      databases[name] = {}
      for (const store of database.objectStoreNames) {
        databases[name][store] = await new Promise((resolve, reject) => {
          const request = database.transaction(store).objectStore(store).getAll()
          request.onsuccess = () => resolve(request.result.map(text))
          request.onerror = () => reject(request.error)
        })
      }
      database.close()
    }
    return {
      databases,
      localStorage: { ...localStorage },
      sessionStorage: { ...sessionStorage },
      cookies: document.cookie,
    }
  })
}
