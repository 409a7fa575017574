// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// A shop of one page for one test file, with whatever consent banner the test puts on it: the package as it is shipped, the demo's
// pack, and the packages of npm below /npm/.
import { createReadStream, existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { join, normalize } from 'node:path'
import { repository } from '../../../toolchain/paths.mjs'
import { launch, settled } from './browser.mjs'
import { site } from './site.mjs'

const types = { js: 'text/javascript', css: 'text/css', wasm: 'application/wasm' }

/** `t` as of a test, or { after } of node:test for a whole file. `files`: what else is served, text by path. */
export async function openBannerShop(t, { files = {} } = {}) {
  const folders = {
    '/etalage/': join(repository, 'js/etalage/dist'),
    '/npm/': join(repository, 'node_modules'),
    '/pack/': join(await site(), 'etalage'),
  }
  const pages = new Map()
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url, 'http://shop').pathname)
    const text = pages.get(path) ?? files[path]
    const type = types[path.split('.').at(-1)] ?? 'text/html'
    const prefix = Object.keys(folders).find((start) => path.startsWith(start))
    const file = prefix && join(folders[prefix], path.slice(prefix.length))
    const found = text !== undefined || (file && existsSync(file))
    response.writeHead(found ? 200 : 404, { 'Content-Type': `${type};charset=utf-8` })
    if (text !== undefined || !found) response.end(text)
    else createReadStream(file).pipe(response)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.after(() => {
    server.close()
    server.closeAllConnections()
  })
  const url = `http://127.0.0.1:${server.address().port}`
  const browser = await launch(t)

  /**
   * A shopper of their own on a page of its own. `banner`: HTML; `consent`, `options`: JavaScript. What the console says is in `said`, what
   * went wrong in `errors`. `opens: false` leaves the package out.
   */
  async function visit({ banner = '', consent, options = '{}', opens = true, before } = {}) {
    const context = await browser.newContext({ reducedMotion: 'reduce' })
    context.setDefaultTimeout(10_000)
    const said = []
    const errors = []
    context.on('console', (message) => said.push(message.text()))
    context.on('weberror', (error) => errors.push(String(error.error())))
    if (before) await context.addInitScript(before)
    const path = `/page-${pages.size}/`
    const open = `<script type="module">
      import { openEtalage } from '/etalage/index.js'
      window.records = []
      const options = { pack: '/pack/shop.pack', ...${options} }
      ${consent === undefined ? '' : `options.consent = ${consent}`}
      const etalage = await openEtalage(options)
      window.atOpen = etalage.consent.state.personalise
      etalage.on('consent', (record) => window.records.push(record))
      window.etalage = etalage
    </script>`
    pages.set(
      path,
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"></head><body>${banner}${opens ? open : ''}</body></html>`,
    )
    async function newPage() {
      const page = await context.newPage()
      await page.goto(url + path)
      if (opens) await settled(page)
      return page
    }
    return { context, said, errors, newPage, page: await newPage() }
  }
  return { url, visit }
}

/** A function as a script of the page. */
export const script = (run, ...values) =>
  `<script>(${run})(${values.map((value) => JSON.stringify(value)).join(', ')})</script>`

/** Waits until the package says so of both purposes: 'granted', 'denied' or 'unknown'. */
export function untilConsent(page, personalise, measure = personalise) {
  return page.waitForFunction(
    (wanted) => JSON.stringify(window.etalage.consent.state) === wanted,
    JSON.stringify({ personalise, measure }),
    { timeout: 10_000 },
  )
}

/** What the package stores: nothing before consent, whatever the banner itself keeps. */
export function storedByEtalage(page) {
  return page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    key: localStorage.getItem('etalage'),
  }))
}
