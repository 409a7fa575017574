// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Reports on their way where nothing fails but what shoppers and other tabs do.
import assert from 'node:assert/strict'
import test from 'node:test'
import { startTime } from '../storage/support/clock.mjs'
import { failing, faults, working } from '../storage/support/faults.mjs'
import { behind } from '../storage/support/Tab.mjs'
import { week } from './support/ModelRuntime.mjs'
import { sentAll, setRandom, Shopper } from './support/Shopper.mjs'

const queue = () => behind(({ queue: store }, answer) => answer(store.getAll()))
const ledger = () => behind(({ ledger: store }, answer) => answer(store.get('ledger')))
const distinct = (all) => new Set(all).size === all.length

const unhandled = []
process.on('unhandledRejection', (error) => unhandled.push(error))
test.afterEach(() => assert.deepEqual(unhandled, []))

test('what is answered when a page is hidden is charged, queued, and then sent, each once and alone', async () => {
  const shopper = new Shopper()
  const page = await shopper.open()
  await page.see()
  assert.deepEqual(await queue(), [])
  await page.hide()
  assert.equal((await queue()).length, 2)
  assert.ok((await ledger()).until > 2900)
  await sentAll()
  assert.deepEqual(await queue(), [])
  assert.equal(shopper.sent.length, 2)
  assert.ok(distinct(shopper.reports))
  for (const { url, init } of shopper.sent) {
    assert.equal(url, 'https://shop.example/etalage/reports')
    assert.equal(init.body.length, 177)
    assert.equal(init.credentials, 'omit')
    assert.equal(init.referrerPolicy, 'no-referrer')
    assert.equal(init.keepalive, true)
    assert.equal(init.redirect, 'error')
    assert.deepEqual(init.headers, { 'Content-Type': 'text/plain;charset=UTF-8' })
  }
  await page.hide()
  await sentAll()
  assert.equal(shopper.sent.length, 2)
})

test('a report that waits for its turn is sent by a later page, after a delay that is drawn anew', async () => {
  const shopper = new Shopper()
  const page = await shopper.open()
  await page.hide()
  page.crash()
  await sentAll()
  assert.equal(shopper.sent.length, 0)
  await shopper.open()
  assert.equal(shopper.sent.length, 0)
  await sentAll()
  assert.equal(shopper.sent.length, 2)
  assert.ok(distinct(shopper.reports))
})

test('pages that are hidden at once answer once, and pages that send at once send each report once', async () => {
  const shopper = new Shopper()
  const pages = [await shopper.open(), await shopper.open(), await shopper.open()]
  await Promise.all(pages.map((page) => page.hide()))
  assert.equal((await queue()).length, 2)
  await sentAll()
  assert.equal(shopper.sent.length, 2)
  assert.ok(distinct(shopper.reports))
})

test('a later epoch is answered anew, and a clock that goes back answers nothing', async () => {
  const shopper = new Shopper()
  const page = await shopper.open()
  await page.hide()
  shopper.pass(week)
  await page.hide()
  assert.equal((await queue()).length, 3)
  shopper.pass(-week)
  await page.hide()
  shopper.pass(-40 * week)
  await page.hide()
  assert.equal((await queue()).length, 3)
})

test('a withdrawal drops what waits and what it cost, keeps until when, and that week nothing is answered again', async () => {
  const shopper = new Shopper()
  const pages = [await shopper.open(), await shopper.open()]
  await pages[0].hide()
  const { until } = await ledger()
  await shopper.setMeasure(false)
  assert.deepEqual([await queue(), await ledger()], [[], undefined])
  assert.equal(shopper.word, `reported:${until}`)
  for (const page of pages) await page.hide()
  await shopper.setMeasure(true)
  for (const page of pages) await page.hide()
  await sentAll()
  assert.equal(shopper.sent.length, 0)
  shopper.pass(4 * week)
  await pages[1].hide()
  assert.equal(shopper.word, undefined, 'the week is over')
  await sentAll()
  assert.equal(shopper.sent.length, 2)
})

test('an erase does likewise, and a withdrawal of one who was asked nothing leaves no word', async () => {
  const shopper = new Shopper()
  await shopper.setMeasure(false)
  const page = await shopper.open()
  assert.equal(shopper.word, undefined)
  await shopper.setMeasure(true)
  await page.hide()
  const { until } = await ledger()
  assert.equal(await page.live.erase(), true)
  assert.deepEqual([await queue(), await ledger()], [[], undefined])
  assert.equal(shopper.word, `reported:${until}`)
  assert.deepEqual(page.consent.left(), ['localStorage: etalage (the epochs reported in)'])
  await page.hide()
  await sentAll()
  assert.equal(shopper.sent.length, 0)
})

test('a tab that has not heard of an erase neither answers for the profile that is gone nor sends for it', async () => {
  const shopper = new Shopper()
  const [one, two] = [await shopper.open(), await shopper.open()]
  await one.hide()
  shopper.pages.delete(two) // it hears nothing
  assert.equal(await one.live.erase(), true)
  await two.hide()
  await sentAll()
  assert.deepEqual([await queue(), await ledger()], [[], undefined])
  assert.equal(shopper.sent.length, 0)
})

test('of two erases the later week is kept, and a ledger that cannot be read counts as of this week', async () => {
  const shopper = new Shopper()
  const page = await shopper.open()
  await page.hide()
  const { until } = await ledger()
  await page.live.erase()
  for (const wrong of [null, 'x', {}, { until: NaN }, { until: 1e300 }, { until: 1.5 }]) {
    await behind(({ ledger: store }, answer) => answer(store.put(wrong, 'ledger')))
    await page.live.erase()
    assert.equal(shopper.word, `reported:${until}`)
  }
  const other = new Shopper()
  const opened = await other.open()
  await behind(({ ledger: store }, answer) => answer(store.put({ until: 'x' }, 'ledger')))
  await opened.live.erase()
  assert.equal(other.word, `reported:${Math.floor(Date.now() / week)}`)
})

test('what is no ledger is neither used nor overwritten, and what is no report is not sent', async () => {
  const shopper = new Shopper()
  const page = await shopper.open()
  for (const wrong of [
    null,
    'text',
    7,
    {},
    { until: 1, bytes: 'x' },
    { bytes: new Uint8Array() },
  ]) {
    await behind(({ ledger: store }, answer) => answer(store.put(wrong, 'ledger')))
    await page.hide()
    assert.deepEqual(await ledger(), wrong)
  }
  const foreign = ['text', null, { report: 1 }, '{"report":1,"shopper":"me"}', 'x'.repeat(1e5)]
  await behind(({ queue: store }, answer) =>
    Promise.all(foreign.map((one) => answer(store.add(one)))),
  )
  await page.see()
  await sentAll()
  assert.equal(shopper.sent.length, 0)
  assert.deepEqual(await queue(), [])
})

test('at most 64 reports wait: the oldest go', async () => {
  const shopper = new Shopper()
  const page = await shopper.open()
  for (let i = 0; i < 80; ++i) {
    await page.hide()
    shopper.pass(week)
  }
  const waiting = await queue()
  assert.equal(waiting.length, 64)
  assert.deepEqual(waiting, [...shopper.given.keys()].slice(-64))
})

for (const [what, random] of Object.entries({
  throws: () => {
    throw new DOMException('no entropy', 'QuotaExceededError')
  },
  'gives nothing but zeros': (array) => array,
  'is not there': undefined,
})) {
  test(`where the source of randomness ${what} nothing is answered, charged or sent`, async () => {
    const shopper = new Shopper()
    const page = await shopper.open()
    await page.hide()
    page.crash()
    const before = await ledger()
    shopper.pass(4 * week)
    const later = await shopper.open()
    later.reporter.stop()
    const restore = setRandom(random)
    try {
      later.reporter = undefined
      later.startReporter()
      await later.see()
      await later.hide()
      await sentAll()
    } finally {
      restore()
    }
    assert.deepEqual((await ledger()).until, before.until)
    assert.equal((await queue()).length, 2)
    assert.equal(shopper.sent.length, 0)
  })
}

test('of the random bytes nothing is left in the module, whatever comes of the answer', async () => {
  const shopper = new Shopper()
  const page = await shopper.open()
  const { runtime } = page.engine
  const wiped = () => runtime.rest.length > 16_000 && runtime.rest.every((byte) => byte === 0)
  await page.hide()
  assert.ok(wiped())
  shopper.pass(week)
  const { moment } = runtime
  runtime.moment = function (now) {
    moment.call(this, now)
    throw new WebAssembly.RuntimeError('unreachable')
  }
  await page.hide()
  assert.ok(wiped())
})

test('the random bytes of two answers are not the same', async () => {
  const shopper = new Shopper()
  const page = await shopper.open()
  await page.hide()
  shopper.pass(week)
  await page.hide()
  const parts = [...shopper.given.keys()].map((report) => JSON.parse(report))
  assert.ok(distinct(parts.map(({ id }) => id)) && distinct(parts.map(({ answer }) => answer)))
})

test('a collector that fails, hangs or is somewhere else costs the page nothing, and nothing is sent again', async () => {
  const behaviours = [
    () => Promise.reject(new TypeError('Failed to fetch')),
    () => Promise.resolve(new Response(null, { status: 503 })),
    () => new Promise(() => undefined),
    () => {
      throw new TypeError('Refused to connect')
    },
  ]
  for (const behaviour of behaviours) {
    const shopper = new Shopper()
    shopper.onFetch = behaviour
    const page = await shopper.open()
    await page.hide()
    await sentAll()
    await page.close()
    await shopper.open()
    await sentAll()
    assert.equal(shopper.sent.length, 2)
    assert.ok(distinct(shopper.reports))
  }
})

test('a request that is on its way when the shopper withdraws is called back', async () => {
  const shopper = new Shopper()
  const page = await shopper.open()
  shopper.onFetch = () => new Promise(() => undefined)
  await page.hide()
  await sentAll()
  const { signal } = shopper.sent[0].init
  assert.equal(signal.aborted, false)
  await shopper.setMeasure(false)
  assert.equal(signal.aborted, true)
})

test('an answer that is taken back without a word stops the pages all the same, and deletes nothing', async () => {
  const shopper = new Shopper()
  const page = await shopper.open()
  await page.hide()
  const before = await ledger()
  shopper.measure = undefined
  shopper.pass(week)
  await page.hide()
  await sentAll()
  assert.equal(shopper.sent.length, 0)
  assert.equal((await queue()).length, 2)
  assert.deepEqual(await ledger(), before)
})

test('a withdrawal at any step of the way stops what has not left', async () => {
  const left = new Set()
  let steps = 1
  for (let at = 1; at <= steps; ++at) {
    const shopper = new Shopper()
    const page = await shopper.open()
    steps = 0
    failing(() => {
      if (++steps === at) shopper.measure = false
    })
    await page.hide()
    await sentAll()
    working()
    shopper.checkReports()
    left.add(shopper.sent.length)
  }
  assert.deepEqual(left, new Set([0, 1, 2]), 'there were steps before, between and after')
})

test('what could not be dropped at a withdrawal is dropped before anything else is sent', async () => {
  const shopper = new Shopper()
  const page = await shopper.open()
  await page.hide()
  failing((name) => name === 'store.clear' && faults['is refused: quota'])
  await shopper.setMeasure(false)
  assert.equal((await queue()).length, 2)
  working()
  await shopper.setMeasure(true)
  await sentAll()
  await page.hide()
  await sentAll()
  assert.equal(shopper.sent.length, 0)
  assert.deepEqual(await queue(), [])
  assert.equal((await ledger()).until, 0)
})

test('a database that is damaged beyond opening takes its ledger with it: this week nothing is answered again', async () => {
  const shopper = new Shopper()
  const page = await shopper.open()
  await page.hide()
  await sentAll()
  await page.close()
  startTime()
  let opened = 0
  failing((name) => name === 'open' && ++opened <= 3 && faults['is refused: backing store'])
  const later = await shopper.open()
  assert.ok(opened > 3)
  assert.equal(await ledger(), undefined)
  await later.hide()
  await sentAll()
  assert.equal(shopper.sent.length, 2)
})

test('of an older copy of the database what it does not know is answered again, once, and what it knows is not', async () => {
  const shopper = new Shopper()
  let page = await shopper.open()
  const copies = []
  for (let i = 0; i < 3; ++i) {
    await page.hide()
    await sentAll()
    copies.push(await copy())
    shopper.pass(week)
  }
  shopper.pass(-week)
  for (const older of copies) {
    await page.close()
    await restore(older)
    page = await shopper.open()
    await page.hide()
    await sentAll()
    await page.hide()
    await sentAll()
  }
  // In the last week, by the copies that did not know of it: the first two.
  shopper.checkReports(3)
  const times = {}
  for (const report of shopper.reports) {
    const { name, epoch } = shopper.given.get(report)
    times[`${name} ${epoch}`] = (times[`${name} ${epoch}`] ?? 0) + 1
  }
  const first = Math.floor(Date.UTC(2026, 10, 22) / week)
  assert.deepEqual(times, {
    [`a ${first}`]: 1,
    [`a ${first + 1}`]: 1,
    [`a ${first + 2}`]: 3,
    [`b ${Math.floor(first / 4)}`]: 1,
  })
})

/** All that is stored, as whoever backs up a browser's files has it. */
function copy() {
  return behind(async (stores, answer) => {
    const all = {}
    for (const [name, store] of Object.entries(stores)) {
      const [keys, values] = [await answer(store.getAllKeys()), await answer(store.getAll())]
      all[name] = keys.map((key, i) => [key, values[i]])
    }
    return all
  })
}

function restore(all) {
  return behind(async (stores, answer) => {
    for (const [name, entries] of Object.entries(all)) {
      await answer(stores[name].clear())
      for (const [key, value] of entries) await answer(stores[name].put(value, key))
    }
  })
}
