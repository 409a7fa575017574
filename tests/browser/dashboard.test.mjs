// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The shop's dashboard as who opens it sees it: by axe, on a phone and on a desk, light and dark, with all opened.
import axe from 'axe-core'
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { pathToFileURL } from 'node:url'
import { renderDashboard } from '../../js/collector/dist/dashboard/index.js'
import {
  answers,
  budget,
  describe,
  history,
  houseAndGarden,
  measured,
  overviewOf,
} from '../collector/dashboardFixture.mjs'
import { launch } from './support/browser.mjs'

const folder = mkdtempSync(join(tmpdir(), 'etalage-dashboard-'))
const browser = await launch({ after })
after(() => rmSync(folder, { recursive: true }))

const shop = houseAndGarden()

const written = new Map()

/** The file with this dashboard, drawn once. */
async function write(data, lang) {
  const files = written.get(data) ?? {}
  written.set(data, files)
  if (!files[lang]) {
    files[lang] = join(folder, `${written.size}-${lang}.html`)
    writeFileSync(files[lang], await renderDashboard({ lang }, data))
  }
  return files[lang]
}

/** The dashboard of these data in a window of this kind. `heard`: what the page asked for and said. */
async function open(data, { lang = 'nl', width = 1280, colorScheme = 'light' } = {}) {
  const file = await write(data, lang)
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme })
  const address = pathToFileURL(file).href
  const heard = []
  page.on('console', (message) => heard.push(message.text()))
  page.on('pageerror', (error) => heard.push(String(error)))
  page.on('request', (request) => heard.push(request.url()))
  await page.goto(address)
  return { page, address, heard }
}

function openAll(page) {
  return page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
}

/** What axe finds against WCAG 2.2 AA, as "rule: where". */
async function findings(page) {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: { 'target-size': { enabled: true } },
    })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
    )
  })
}

/** In the page: its width, what sticks out of it, and the letters of its plots that are too small or too pale (WCAG AA). */
function look() {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  const luminance = (colour) => {
    canvas.fillStyle = colour
    canvas.fillRect(0, 0, 1, 1)
    return [...canvas.getImageData(0, 0, 1, 1).data]
      .slice(0, 3)
      .map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
      .reduce((sum, value, i) => sum + value * [0.2126, 0.7152, 0.0722][i], 0)
  }
  const behind = (element) => {
    const colour = getComputedStyle(element).backgroundColor
    return colour === 'rgba(0, 0, 0, 0)' ? behind(element.parentElement) : colour
  }
  const contrast = (element) => {
    const colours = [getComputedStyle(element).fill, behind(element)].map(luminance)
    return (Math.max(...colours) + 0.05) / (Math.min(...colours) + 0.05)
  }
  const labels = [...document.querySelectorAll('svg text')].filter(({ textContent }) => textContent)
  const size = (label) => parseFloat(getComputedStyle(label).fontSize) * label.getScreenCTM().a
  const outside = ({ left, right }) => left < -0.5 || right > innerWidth + 0.5
  return {
    width: document.documentElement.scrollWidth,
    out: [...document.querySelectorAll('main *:not(.scroll *)')]
      .filter((element) => outside(element.getBoundingClientRect()))
      .map(({ outerHTML }) => outerHTML.slice(0, 200)),
    cut: labels
      .filter((label) => {
        const { left, right } = label.getBoundingClientRect()
        const plot = label.ownerSVGElement.getBoundingClientRect()
        return left < plot.left - 0.5 || right > plot.right + 0.5
      })
      .map(({ textContent }) => textContent),
    small: labels.filter((label) => size(label) < 10.5).map(({ textContent }) => textContent),
    pale: labels.filter((label) => contrast(label) < 4.5).map(({ textContent }) => textContent),
  }
}

for (const lang of ['nl', 'en']) {
  for (const colorScheme of ['light', 'dark']) {
    test(`it can be read by everybody and asks for nothing, in ${lang}, ${colorScheme}`, async () => {
      for (const width of [320, 390, 1280]) {
        const { page, address, heard } = await open(shop, { lang, width, colorScheme })
        await openAll(page)
        const fine = { width, out: [], cut: [], small: [], pale: [] }
        assert.deepEqual(await page.evaluate(look), fine, `at ${width}`)
        assert.deepEqual(await findings(page), [], `at ${width}`)
        assert.deepEqual(heard, [address])
        await page.close()
      }
    })
  }
}

const label = (text) => ({ en: text, nl: text })
const yesNo = answers({ no: ['no', 'nee'], yes: ['yes', 'ja'] })
const dataOf = (...measures) => ({ measures, overview: overviewOf(measures) })
const question = (text, reports, epochs, rows = yesNo) =>
  measured(describe({ name: 'question', of: 'segment.question', label: label(text), rows }), {
    shares: () => rows.map(() => 1 / rows.length),
    reports: () => reports,
    epochs,
  })

const long = `Zeer-lange-samenstelling-${'ĳ'.repeat(60)} 漢字${'漢'.repeat(60)} 👩🏽‍🔧🧰 مرحبا`

for (const [name, data] of Object.entries({
  'no measures': { measures: [], overview: { measures: [], experiments: [], budget } },
  'no answers yet': { ...dataOf(question('Vraag', 0, 3)), history: history() },
  'a single epoch': dataOf(question('Vraag', 700, 1)),
  '256 answers': dataOf(
    question(
      'Vraag',
      900,
      3,
      answers(Object.fromEntries(Array.from({ length: 256 }, (_, i) => [`v${i}`, [`${i}`, '']]))),
    ),
  ),
  'labels as long and as foreign as they come': dataOf(
    question(long, 900, 3, answers({ a: [long, long], b: ['<b>&amp;', '</svg>'] })),
  ),
})) {
  test(`with ${name} it still stands`, async () => {
    for (const width of [320, 1280]) {
      const { page, address, heard } = await open(data, { width })
      await openAll(page)
      const fine = { width, out: [], cut: [], small: [], pale: [] }
      assert.deepEqual(await page.evaluate(look), fine, `at ${width}`)
      assert.deepEqual(await findings(page), [], `at ${width}`)
      assert.deepEqual(heard, [address])
      await page.close()
    }
  })
}

test('another period and another language are a click, and all is reached by keyboard', async () => {
  const { page, address } = await open(shop)
  await page.locator('[name=from]').fill('2026-10-01')
  await page.locator('[name=to]').fill('2026-11-18')
  await page.keyboard.press('Enter')
  await page.waitForURL(`${address}?lang=nl&from=2026-10-01&to=2026-11-18`)
  await page.getByRole('link', { name: 'English' }).click()
  await page.waitForURL(`${address}?lang=en`)

  const first = page.locator('summary').first()
  await first.focus()
  await page.keyboard.press('Enter')
  await page.locator('details[open]').first().waitFor()
  await page.keyboard.press('Tab')
  const focused = await page.evaluate(() => document.activeElement.className)
  assert.equal(focused, 'scroll', 'a table that is too wide is scrolled with the arrow keys')
  await page.close()
})

test('on paper it is light, without what cannot be pressed there', async () => {
  const { page } = await open(shop, { colorScheme: 'dark' })
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  const seen = await page.evaluate(() => ({
    paper: getComputedStyle(document.body).backgroundColor,
    form: getComputedStyle(document.querySelector('form')).display,
    nav: getComputedStyle(document.querySelector('nav')).display,
  }))
  assert.deepEqual(seen, { paper: 'rgb(251, 250, 247)', form: 'none', nav: 'none' })
  await page.close()
})
