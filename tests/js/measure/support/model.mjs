// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Four tabs that do at random what shoppers, clocks and browsers do. Between any two steps of one tab the others may do theirs.
import { startTime, turns } from '../../storage/support/clock.mjs'
import { failing, faults, working } from '../../storage/support/faults.mjs'
import { randomFrom } from '../../storage/support/model.mjs'
import { week } from './ModelRuntime.mjs'
import { sentAll, Shopper } from './Shopper.mjs'

const day = week / 7

/**
 * `each` operations in each of four tabs; then checks every report that left. `clock`: it also goes back. `changes`: the shopper
 * erases, withdraws and agrees again. Not both: who erases while the clock is wrong has erased what knew of the time.
 */
export async function runReports({ seed, each, clock = false, changes = false, faulty = false }) {
  const shopper = new Shopper()
  const random = randomFrom(seed)
  const all = Object.entries(faults).filter(([title]) => !/never|backing/.test(title))
  startTime()
  if (faulty) failing(() => random(100) === 0 && all[random(all.length)][1])
  await Promise.all(
    Array.from({ length: 4 }, () => live(each, random, shopper, { clock, changes })),
  )
  working()
  if (shopper.measure !== true) await shopper.setMeasure(true)
  await (await shopper.open()).hide()
  await sentAll()
  shopper.checkReports()
  return shopper.reports.length
}

async function live(operations, random, shopper, { clock, changes }) {
  let page = await shopper.open()
  for (let i = 0; i < operations; ++i) {
    const what = random(100)
    if (what < 25) await page.hide()
    else if (what < 35) void page.hide()
    else if (what < 50) void page.see()
    else if (what < 70) shopper.pass(random(2 * day))
    else if (what < 73) shopper.pass(random(5 * week))
    else if (what < 79 && clock) shopper.pass(-random(3 * week))
    else if (what < 81) page.crash()
    else if (what < 83) await page.close()
    else if (what < 86 && changes) await page.live.erase()
    else if (what < 89 && changes) await shopper.setMeasure(false)
    else if (what < 91 && changes) shopper.measure = undefined
    else if (what < 95) await shopper.setMeasure(true)
    if (!shopper.pages.has(page)) page = await shopper.open()
    if (random(3) === 0) await turns(random(20))
  }
}
