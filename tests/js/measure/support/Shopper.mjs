// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// A shopper's browser under Node: what it stores, its clock, its pages, and what reached the collector.
import assert from 'node:assert/strict'
import { mock } from 'node:test'
import { startTime, stopTime, turns } from '../../storage/support/clock.mjs'
import { ListEngine } from '../../storage/support/ListEngine.mjs'
import { newDatabase } from '../../storage/support/faults.mjs'
import { Consent, LiveProfile, Reporter, weekOf } from '../../storage/support/storage.mjs'
import { ModelRuntime } from './ModelRuntime.mjs'

const { setVirtualTimeout } = globalThis

mock.timers.enable({ apis: ['Date'], now: Date.UTC(2026, 10, 22) })
globalThis.document = { baseURI: 'https://shop.example/nl/' }
globalThis.navigator ??= {}
globalThis.addEventListener ??= () => undefined
globalThis.removeEventListener ??= () => undefined
const words = new Map()
Object.defineProperty(globalThis, 'localStorage', {
  configurable: true,
  value: {
    getItem: (key) => words.get(key) ?? null,
    setItem: (key, value) => words.set(key, value),
    removeItem: (key) => words.delete(key),
  },
})

export class Shopper {
  /** What the collector was sent: { url, init, consented }, in its order. */
  sent = []
  /** Every answer that an engine gave, by the report's text. */
  given = new Map()
  pages = new Set()
  measure = true
  /** What fetch does beside. */
  onFetch = () => Promise.resolve(new Response(null, { status: 204 }))

  static last

  constructor() {
    for (const page of Shopper.last?.pages ?? []) page.crash()
    Shopper.last = this
    newDatabase()
    stopTime()
    words.clear()
    mock.timers.setTime(Date.UTC(2026, 10, 22))
    globalThis.fetch = (url, init) => {
      this.sent.push({ url: String(url), init, consented: this.measure === true })
      return this.onFetch(url, init)
    }
  }

  get word() {
    return words.get('etalage')
  }

  get reports() {
    return this.sent.map(({ init }) => init.body)
  }

  /** Each report left at most once, and of each question at most one in each epoch; `most`: or so many. */
  checkReports(most = 1) {
    assert.ok(
      this.sent.every(({ consented }) => consented),
      'none without consent',
    )
    assert.equal(new Set(this.reports).size, this.reports.length, 'no report twice')
    const epochs = new Map()
    for (const report of this.reports) {
      const { name, epoch } = this.given.get(report) ?? assert.fail(`of nobody: ${report}`)
      const times = (epochs.get(`${name} ${epoch}`) ?? 0) + 1
      epochs.set(`${name} ${epoch}`, times)
      assert.ok(times <= most, `question ${name}, epoch ${epoch}: ${times} answers`)
    }
  }

  async open() {
    const page = new Page(this)
    this.pages.add(page)
    page.start()
    await page.live.flush()
    return page
  }

  /** Time passes for the clock; forwards or backwards. */
  pass(milliseconds) {
    mock.timers.setTime(Math.max(0, Date.now() + milliseconds))
  }

  /** Withdraws, or grants, in all pages. */
  async setMeasure(granted) {
    this.measure = granted
    await Promise.all([...this.pages].map((page) => page.applyConsent()))
  }
}

/** As much of a page of the shop as reports go through. */
class Page {
  engine = new ListEngine()
  dead = false

  constructor(shopper) {
    this.shopper = shopper
    this.engine.runtime = new ModelRuntime()
    this.engine.runtime.given = shopper.given
    this.consent = new Consent(
      { read: () => ({ personalise: true, measure: shopper.measure }) },
      undefined,
      () => undefined,
    )
    this.live = new LiveProfile(this.engine, {
      mayWrite: () => !this.dead,
      onForeignChange: () => undefined,
      onWritten: () => {
        for (const page of shopper.pages) if (page !== this) page.live.catchUp()
      },
      onSpent: (until = weekOf(Date.now())) => this.consent.spend(until),
    })
  }

  start() {
    void this.live.start()
    this.startReporter()
  }

  startReporter() {
    this.reporter ??= new Reporter({
      engine: this.engine,
      live: this.live,
      collector: '/etalage/reports?shopper=1#me',
      mayReport: () => !this.dead && this.consent.state.measure === 'granted',
      spentUntil: () => this.consent.spentUntil,
      onLedger: () => this.consent.spend(0),
    })
  }

  async applyConsent() {
    if (this.consent.state.measure === 'granted') return this.startReporter()
    this.reporter?.stop()
    this.reporter = undefined
    await this.live.dropReports()
  }

  see() {
    return this.reporter?.moment(false)
  }

  hide() {
    return this.reporter?.moment(true)
  }

  /** The browser ends it, whatever it was doing: nothing that it waits for comes back to it. */
  crash() {
    this.dead = true
    this.shopper.pages.delete(this)
    this.reporter?.stop()
    this.live.store.close()
  }

  async close() {
    this.shopper.pages.delete(this)
    this.reporter?.stop()
    await this.live.close()
  }
}

/** Long enough for whatever waits to be sent. */
export async function sentAll() {
  const stood = startTime()
  for (let i = 0; i < 8; ++i) {
    await new Promise((resolve) => setVirtualTimeout(resolve, 600_000))
    await turns(20)
  }
  if (stood) stopTime()
}

/** Gives what puts the machine's own source back. */
export function setRandom(getRandomValues) {
  const own = Object.getOwnPropertyDescriptor(globalThis, 'crypto')
  const value = getRandomValues && { getRandomValues }
  Object.defineProperty(globalThis, 'crypto', { configurable: true, value })
  return () => Object.defineProperty(globalThis, 'crypto', own)
}
