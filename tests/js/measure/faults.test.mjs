// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Reports on their way, while the database fails in every way at every call, or the page ends there: no epoch is answered twice, no
// report leaves twice, none leaves after a withdrawal, and nothing is thrown.
import assert from 'node:assert/strict'
import test from 'node:test'
import { startTime } from '../storage/support/clock.mjs'
import { failing, faults, working } from '../storage/support/faults.mjs'
import { sentAll, Shopper } from './support/Shopper.mjs'

const unhandled = []
process.on('unhandledRejection', (error) => unhandled.push(error))

/** By name: what is done in a page that has answered before, where `answered`. */
const operations = {
  'answer and send': {
    run: async ({ page }) => {
      await page.see()
      await page.hide()
      await sentAll()
    },
  },
  withdraw: {
    answered: true,
    run: async ({ shopper, page }) => {
      await shopper.setMeasure(false)
      const { length } = shopper.sent
      await page.hide()
      await sentAll()
      assert.equal(shopper.sent.length, length, 'nothing leaves after a withdrawal')
      await shopper.setMeasure(true)
      await page.hide()
      await sentAll()
    },
  },
  erase: {
    answered: true,
    run: async ({ page }) => {
      await page.live.erase()
      await page.hide()
      await sentAll()
    },
  },
}

/** Runs an operation under faults, then what a later page does. Gives how many calls it made. */
async function run({ answered, run: operate }, choose) {
  const shopper = new Shopper()
  const page = await shopper.open()
  if (answered) await page.hide()
  const calls = []
  failing((name) => {
    calls.push(name)
    return choose(calls, page)
  })
  startTime()
  await operate({ shopper, page })
  working()
  await page.hide()
  await sentAll()
  page.crash()

  const later = await shopper.open()
  await later.see()
  await later.hide()
  await sentAll()
  shopper.checkReports()
  assert.deepEqual(unhandled, [])
  return calls
}

/** The page is gone: before the call, or right after it. */
const ends = (page) => ({
  'the page ends before': {
    befalls: () => true,
    run({ owner }) {
      page.crash()
      const transaction = owner.transaction?.abort ? owner.transaction : owner
      if (transaction.abort && transaction.error === null) transaction.abort()
      throw new DOMException('nobody is there any more', 'AbortError')
    },
  },
  'the page ends after': {
    befalls: () => true,
    run({ call }) {
      page.crash()
      return call()
    },
  },
})

for (const [name, operation] of Object.entries(operations)) {
  for (const title of [...Object.keys(faults), ...Object.keys(ends())]) {
    test(`${name}: ${title}, at each call once, and from it on`, async () => {
      const calls = await run(operation, () => false)
      const fault = (page) => faults[title] ?? ends(page)[title]
      for (const [at, call] of calls.entries()) {
        if (!fault().befalls(call)) continue
        for (const [how, struck] of [
          ['once', (count) => count === at + 1],
          ['from', (count) => count > at],
        ]) {
          try {
            await run(operation, ({ length }, page) => struck(length) && fault(page))
          } catch (error) {
            error.message = `${how} call ${at}, ${call}: ${error.message}`
            throw error
          }
        }
      }
    })
  }
}
