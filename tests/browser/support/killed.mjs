// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// A browser that is killed at random moments while its shopper looks around, again and again over one browser profile.
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { chromium } from 'playwright-core'
import { startServer } from '../../../demo/server.mjs'
import { executablePath, flags, settled } from './browser.mjs'
import { site } from './site.mjs'

/** Kills so many times. After each the profile must be all that was flushed, in its order, and no gap in what came after. */
export async function survivesKills(t, times) {
  const server = await startServer({ dir: await site() })
  t.after(() => server.close())
  const dir = mkdtempSync(join(tmpdir(), 'killed-'))
  t.after(() => rmSync(dir, { recursive: true, force: true, maxRetries: 5 }))
  let flushed = -1
  for (let time = 0; time <= times; ++time) {
    const { context, page, seen } = await start(dir, server.url)
    const last = seen.at(-1) ?? -1
    assert.deepEqual(
      seen,
      seen.map((_, i) => last - seen.length + 1 + i),
      'one after the other, none twice',
    )
    assert.ok(last >= flushed, `${flushed} was flushed, ${last} is the last`)
    if (time === times) {
      await context.close()
      return
    }
    await page.exposeFunction('tell', (number) => (flushed = number))
    flushed = last
    void page
      .evaluate(async (from) => {
        for (let number = from; ; ++number) {
          window.etalage.track('view_item', { items: [{ item_id: String(number) }] })
          await window.etalage.flush()
          void window.tell(number)
        }
      }, last + 1)
      .catch(() => {})
    await pause(Math.random() * 300)
    const closed = new Promise((resolve) => context.on('close', resolve))
    process.kill(browserOf(dir), 'SIGKILL')
    await closed
  }
}

async function start(dir, url) {
  const options = { executablePath, args: flags, headless: true }
  const context = await chromium.launchPersistentContext(dir, options)
  await context.addInitScript(() => {
    if (location.protocol !== 'http:') return
    localStorage.setItem(
      'shop-consent',
      JSON.stringify({ personalise: true, measure: false, version: 1, time: Date.now() }),
    )
  })
  const page = await context.newPage()
  await page.goto(`${url}nl/`)
  await settled(page)
  const seen = await page.evaluate(async () =>
    (await window.etalage.profile.export()).events.flatMap(({ items }) =>
      items.map(({ item_id }) => Number(item_id)),
    ),
  )
  return { context, page, seen }
}

/** The process id of the browser that works in this folder; those of its pages name their type. */
function browserOf(dir) {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      if (command.includes(`--user-data-dir=${dir}`) && !command.includes('--type='))
        return Number(pid)
    } catch {
      // It has ended meanwhile.
    }
  }
  throw new Error(`no browser works in ${dir}`)
}
