// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The page that `etalage build` writes beside the pack, as who opens the file sees it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { browsing } from '../build/browsing.mjs'
import { Shop } from '../build/shop.mjs'
import { launch } from './support/browser.mjs'

test('the quality report fits a phone and a screen, asks for nothing and reports no error', async (t) => {
  const shop = new Shop({
    'events.csv': browsing({ sessions: 600, days: 20 }),
    'etalage.config.js': { history: 'events.csv' },
  })
  const browser = await launch(t)
  for (const lang of ['en', 'nl']) {
    shop.json('build', '--lang', lang)
    const address = pathToFileURL(shop.path('shop.quality.html')).href
    for (const width of [320, 390, 1280]) {
      for (const colorScheme of ['light', 'dark']) {
        const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme })
        const heard = []
        page.on('console', (message) => heard.push(message.text()))
        page.on('request', (request) => heard.push(request.url()))
        await page.goto(address)
        assert.deepEqual(heard, [address])
        const seen = await page.evaluate(look)
        const where = `${lang}, ${width} px, ${colorScheme}`
        assert.equal(seen.width, width, `${where}: nothing sticks out`)
        assert.deepEqual(seen.tooPale, [], where)
        assert.ok(seen.smallest >= 10.5, `${where}: letters of ${seen.smallest} px in a plot`)
        assert.equal(seen.plots, 5)
        await page.close()
      }
    }
  }
})

/** In the page: its width, texts with too little contrast (WCAG AA), and the smallest letters of its plots. */
function look() {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  const rgb = (colour) => {
    canvas.fillStyle = colour
    canvas.fillRect(0, 0, 1, 1)
    return [...canvas.getImageData(0, 0, 1, 1).data]
  }
  const luminance = (colour) =>
    rgb(colour)
      .slice(0, 3)
      .map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
      .reduce((sum, value, i) => sum + value * [0.2126, 0.7152, 0.0722][i], 0)
  const behind = (element) => {
    const colour = getComputedStyle(element).backgroundColor
    return colour === 'rgba(0, 0, 0, 0)' ? behind(element.parentElement) : colour
  }
  const contrast = (element, colour) => {
    const [a, b] = [luminance(colour), luminance(behind(element))].sort((x, y) => y - x)
    return (a + 0.05) / (b + 0.05)
  }
  const withText = [...document.querySelectorAll('body *:not(svg *)')].filter((element) =>
    [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()),
  )
  const labels = [...document.querySelectorAll('svg text')].filter(({ textContent }) => textContent)
  return {
    width: document.documentElement.scrollWidth,
    plots: document.querySelectorAll('svg').length,
    smallest: Math.min(
      ...labels.map(
        (label) => parseFloat(getComputedStyle(label).fontSize) * label.getScreenCTM().a,
      ),
    ),
    tooPale: [
      ...withText.filter((element) => contrast(element, getComputedStyle(element).color) < 4.5),
      ...labels.filter((label) => contrast(label, getComputedStyle(label).fill) < 4.5),
    ].map(({ textContent }) => textContent.trim()),
  }
}
