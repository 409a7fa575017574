// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openCornerShop } from '../corner-shop/openCornerShop.mjs'
import { launch } from '../support/browser.mjs'

/** Of what fails later: as an IndexedDB does, and not at all. */
const hows = {
  'at once': ['throw'],
  promise: ['throw', 'UnknownError', 'hang'],
  request: [
    'throw',
    'AbortError',
    'InvalidStateError',
    'QuotaExceededError',
    'UnknownError',
    'hang',
  ],
}

const pages = 4

/**
 * Makes one visit to learn which calls of the platform the package makes; then one more for each of the first places that one
 * is made from (with `everyCall`: for each time), and for each way to fail. Gives { visits, problems }: how many, and what was
 * wrong in which.
 */
export async function runChaos(t, { everyCall = false } = {}) {
  const file = (name) => readFileSync(join(import.meta.dirname, name))
  const shop = await openCornerShop(t, {
    files: {
      '/before.js': file('platform.js'),
      '/visit.js': file('visit.js'),
      '/live.json': '{"2206":{"price":1}}',
    },
  })
  const { port } = new URL(shop.url)
  const browser = await launch(t)
  const context = await browser.newContext()
  let origins = 0

  async function visit(page, plan) {
    // An origin of its own: storage that nobody has used.
    const url = `http://visit${(origins += 1)}.shop.localhost:${port}`
    await page.goto(`${url}/visit.html?plan=${encodeURIComponent(JSON.stringify(plan))}`)
    await page.waitForFunction(() => window.visit?.done)
    const ticks = await page.evaluate(() => window.watched.ticks)
    await page.waitForFunction((before) => window.watched.ticks > before, ticks)
    const made = await page.evaluate(() => ({
      ...window.visit,
      ...window.watched,
      calls: window.calls,
    }))
    await page.goto(`${url}/`)
    await page.waitForFunction(() => window.etalage !== undefined)
    const seen = await page.evaluate(async () => {
      window.banner.choose({ personalise: true })
      await window.etalage.consent.set({ personalise: true })
      await window.etalage.flush()
      const { events } = await window.etalage.profile.export()
      return events
        .filter(({ event }) => event === 'view_item')
        .map(({ items }) => items[0].item_id)
    })
    return { ...made, seen }
  }

  const first = await context.newPage()
  const { calls, ...undisturbed } = await visit(first, {})
  const problems = describe(undisturbed).map((problem) => `undisturbed: ${problem}`)
  if (undisturbed.seen.join() !== 'c0,c1,c2') problems.push(`undisturbed: ${undisturbed.seen}`)
  const plans = plan(calls, everyCall)
  const queue = plans.values()
  const work = async () => {
    const page = await context.newPage()
    for (const next of queue) {
      const name = `${next.call} (${next.nth}) ${next.how}`
      try {
        const made = await visit(page, next)
        problems.push(...describe(made, next).map((problem) => `${name}: ${problem}`))
      } catch (error) {
        problems.push(`${name}: ${error.message.split('\n')[0]}`)
      }
    }
  }
  await Promise.all(Array.from({ length: pages }, work))
  return { visits: plans.length, problems }
}

/** Every visit to be made. Later than at once a call fails where it is made first; with `everyCall` in each place. */
function plan(calls, everyCall) {
  return Object.entries(calls).flatMap(([call, { answers, sites }]) => {
    const [throws, ...later] = hows[answers]
    const firsts = [...sites.keys()].filter((i) => sites.indexOf(sites[i]) === i)
    const chosen = everyCall ? [...sites.keys()] : firsts.slice(0, 3)
    return [
      ...chosen.map((i) => ({ call, nth: i + 1, how: throws })),
      ...(everyCall ? firsts : [0]).flatMap((i) => later.map((how) => ({ call, nth: i + 1, how }))),
    ]
  })
}

/** What the page may not see, whatever failed. */
function describe({ errors, said, wrong, erased, seen, status }, plan) {
  const messages = said.filter((line) => line.includes('etalage'))
  return [
    ...errors,
    ...wrong.filter((line) => !isAllowed(line, plan)),
    ...(messages.length > 1 ? [`says ${messages.length} things: ${messages.join(' | ')}`] : []),
    ...(status === 'off' || isState(seen, erased) ? [] : [`${seen} never was a state`]),
  ]
}

/** The page waits for the pack as long as the browser does. */
function isAllowed(line, plan) {
  return (
    line === 'openEtalage: no answer' &&
    plan?.how === 'hang' &&
    /^(fetch|Response|WebAssembly)/.test(plan.call)
  )
}

/** Each part of the visit up to some product; of the first nothing where the erase was complete. */
function isState(seen, erased) {
  const counts = { a: 0, b: 0, c: 0 }
  for (const id of seen) {
    if (id !== `${id[0]}${counts[id[0]]}`) return false
    counts[id[0]] += 1
  }
  return seen.join() === [...seen].sort().join() && (erased !== true || counts.a === 0)
}
