// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Pages with a panel, as strict as a shop can be: no inline script or style, no text becomes markup, nothing from elsewhere.
import { readFileSync } from 'node:fs'
import { launch } from '../support/browser.mjs'
import { repository } from '../../../toolchain/paths.mjs'

const origin = 'http://shop.example'
const csp =
  "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'"

const files = {
  '/elements.js': () => readFileSync(`${repository}/js/etalage/dist/elements.js`),
  '/fake.js': () => readFileSync(new URL('fakeEtalage.mjs', import.meta.url)),
  '/shop.css': () =>
    ':root { color-scheme: light dark } body { margin: 0; font: 16px/1.5 sans-serif }',
}

const html = (lang, body) => `<!doctype html>
<html lang="${lang}">
  <head>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Klaver &amp; Kwast</title>
    <link rel="stylesheet" href="/shop.css" />
  </head>
  <body><main><h1>Klaver &amp; Kwast</h1>${body}</main></body>
</html>`

/** One browser for all tests of a file; its pages end with the test that opened them. */
export async function openBrowser({ after, afterEach }) {
  const browser = await launch({ after })
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))

  /** A page on which nothing has been loaded yet. `heard` is what was thrown, refused by the policy or said as an error. */
  async function bare({
    lang = 'nl',
    width = 1280,
    body = '<etalage-privacy></etalage-privacy>',
    ...options
  } = {}) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, ...options })
    await context.route(`${origin}/**`, (route) => {
      const { pathname } = new URL(route.request().url())
      const file = files[pathname] ?? (() => html(lang, body))
      const type = { js: 'text/javascript', css: 'text/css' }[pathname.split('.')[1]]
      const contentType = type ?? 'text/html; charset=utf-8'
      return route.fulfill({
        body: file(),
        contentType,
        headers: { 'content-security-policy': csp },
      })
    })
    const page = await context.newPage()
    page.heard = []
    page.on('pageerror', (error) => page.heard.push(String(error)))
    page.on('console', (message) => {
      if (message.type() === 'error') page.heard.push(message.text())
    })
    // From the start: what is asked for at the very moment that a file is chosen may come too late.
    page.on('filechooser', () => {})
    await page.goto(`${origin}/`)
    await page.evaluate(async () => {
      const { FakeEtalage } = await import('/fake.js')
      Object.assign(window, { FakeEtalage, fake: new FakeEtalage() })
    })
    return page
  }

  /** A page with a panel that shows `fake`, after `prepare` has been run in the page. */
  async function panel({ prepare = () => {}, ...options } = {}) {
    const page = await bare(options)
    await page.evaluate(prepare)
    await page.evaluate(async () => {
      await import('/elements.js')
      document.querySelector('etalage-privacy').etalage = window.fake
    })
    await page.locator('etalage-privacy .panel:not([aria-busy])').waitFor()
    return page
  }

  return { bare, panel }
}

/** What has focus in the panel: its accessible name and its text. */
export function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement?.shadowRoot?.activeElement
    if (!element) return null
    return element.getAttribute('aria-label') ?? element.textContent.trim()
  })
}

/** What the panel announced last. */
export async function announced(page, text) {
  await page.locator('[role=status]', { hasText: text }).waitFor()
}

/** What was asked of the fake, but for views. */
export function asked(page) {
  return page.evaluate(() => window.fake.calls.filter(([name]) => name !== 'view'))
}
