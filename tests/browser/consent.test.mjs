// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The effective consent: what the source says, what the shopper chose themselves, and nothing remembered of the former.
import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { build } from 'esbuild'
import { repository } from '../../toolchain/paths.mjs'
import { openBannerShop } from './support/bannerShop.mjs'

const { outputFiles } = await build({
  entryPoints: [`${repository}/js/etalage/src/consent/Consent.ts`],
  bundle: true,
  format: 'esm',
  write: false,
})
const shop = await openBannerShop({ after }, { files: { '/consent.js': outputFiles[0].text } })
const day = 24 * 60 * 60 * 1000

/** Two pages of one shopper, each with `consent` on a source whose answer is `reading`; `calls` counts what is called. */
async function shopper({ reading = {}, version, before, privacyControl = false } = {}) {
  const banner = `<script type="module">
    import { Consent } from '/consent.js'
    window.reading = ${JSON.stringify(reading)}
    window.calls = { changed: 0, open: 0 }
    const source = {
      name: 'test',
      read: () => window.reading,
      subscribe: (changed) => ((window.tell = changed), () => (window.tell = undefined)),
      open: () => ++window.calls.open,
    }
    window.consent = new Consent(source, ${JSON.stringify(version)}, () => ++window.calls.changed)
  </script>`
  const control = () =>
    Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true })
  const visited = await shop.visit({
    banner,
    opens: false,
    before: privacyControl ? control : before,
  })
  const ready = async (page) => {
    await page.waitForFunction(() => window.consent)
    return page
  }
  await ready(visited.page)
  return { ...visited, another: async () => ready(await visited.newPage()) }
}

const stateOf = (page) =>
  page.evaluate(() => [window.consent.state.personalise, window.consent.state.measure].join(' '))
const keyOf = (page) => page.evaluate(() => localStorage.getItem('etalage'))
const set = (page, choice) => page.evaluate((given) => window.consent.set(given), choice)
const until = (page, wanted) =>
  page.waitForFunction((state) => {
    const { personalise, measure } = window.consent.state
    return `${personalise} ${measure}` === state
  }, wanted)

/** What a source that says so comes to. */
async function comesTo(cases, options) {
  const { page } = await shopper(options)
  for (const [reading, expected] of cases) {
    await page.evaluate((told) => {
      // JSON knows no such numbers.
      if (told.time === 'NaN') told.time = NaN
      window.reading = told
    }, reading)
    assert.equal(await stateOf(page), expected, JSON.stringify(reading))
  }
}

test('only yes grants and only no refuses; all else is unknown', () =>
  comesTo([
    [{ personalise: true, measure: true }, 'granted granted'],
    [{ personalise: false, measure: true }, 'denied granted'],
    [{}, 'unknown unknown'],
    [{ personalise: 'no', measure: null }, 'unknown unknown'],
    [{ personalise: 0, measure: 1 }, 'unknown unknown'],
  ]))

test('consent lapses after twelve months, a refusal does not, and a clock that is wrong tells nothing', () => {
  const yes = { personalise: true, measure: true }
  return comesTo([
    [{ ...yes, time: Date.now() - 364 * day }, 'granted granted'],
    [{ ...yes, time: Date.now() - 366 * day }, 'unknown unknown'],
    [{ ...yes, measure: false, time: Date.now() - 366 * day }, 'unknown denied'],
    [{ ...yes, time: Date.now() + day / 2 }, 'granted granted'],
    [{ ...yes, time: Date.now() + 400 * day }, 'granted granted'],
    [{ ...yes, time: 'NaN' }, 'granted granted'],
    [{ ...yes, time: 'yesterday' }, 'granted granted'],
  ])
})

test('consent to another version of the text does not count; a source that tells none is believed', () =>
  comesTo(
    [
      [{ personalise: true, version: '2' }, 'granted unknown'],
      [{ personalise: true, version: 2 }, 'granted unknown'],
      [{ personalise: true, version: '1' }, 'unknown unknown'],
      [{ personalise: false, version: '1' }, 'denied unknown'],
      [{ personalise: true }, 'granted unknown'],
    ],
    { version: '2' },
  ))

test('Global Privacy Control stops measure, and makes personalise need a click of their own', async () => {
  await comesTo(
    [
      [{ personalise: true, measure: true }, 'unknown denied'],
      [{ personalise: true, measure: true, chosen: true }, 'granted denied'],
      [{}, 'unknown denied'],
      [{ personalise: false }, 'denied denied'],
    ],
    { privacyControl: true },
  )
  const { page } = await shopper({ reading: { personalise: true }, privacyControl: true })
  await set(page, { personalise: true })
  assert.equal(await stateOf(page), 'granted denied')
  assert.equal(await keyOf(page), '+personalise')
  await page.evaluate(() => window.consent.erased())
  assert.equal(await stateOf(page), 'unknown denied')
  assert.equal(await keyOf(page), null)
  await set(page, { personalise: true })
  await set(page, { personalise: false })
  assert.equal(await keyOf(page), 'personalise')
})

test('without Global Privacy Control switching on writes nothing', async () => {
  const { page } = await shopper({ reading: { personalise: true } })
  await set(page, { personalise: true })
  assert.equal(await keyOf(page), null)
})

test('a refusal of the shopper goes before what the source grants, until they lift it', async () => {
  const { page } = await shopper({ reading: { personalise: true, measure: true } })
  await set(page, { measure: false })
  assert.equal(await stateOf(page), 'granted denied')
  assert.equal(await keyOf(page), 'measure')
  await set(page, { measure: true })
  assert.equal(await stateOf(page), 'granted granted')
  assert.equal(await keyOf(page), null)
  assert.equal(await page.evaluate(() => window.calls.open), 0)
})

test('switching on overrides no source: it asks the shopper again, once', async () => {
  const { page } = await shopper({ reading: { personalise: false } })
  await set(page, { personalise: true, measure: true })
  assert.equal(await stateOf(page), 'denied unknown')
  assert.equal(await page.evaluate(() => window.calls.open), 1)
})

test('consent that has lapsed is asked for again when the shopper switches on', async () => {
  const { page } = await shopper({ reading: { personalise: true, time: Date.now() - 366 * day } })
  await set(page, { personalise: true })
  assert.equal(await page.evaluate(() => window.calls.open), 1)
})

test('the record says whose answer it is, and by which text and when where that is known', async () => {
  const time = Date.now() - day
  const { page } = await shopper({ reading: { personalise: true, time, version: '2' } })
  const record = () => page.evaluate(() => window.consent.record)
  const state = { personalise: 'granted', measure: 'unknown' }
  assert.deepEqual(await record(), { ...state, source: 'test', time, version: '2' })
  await page.evaluate(() => (window.reading.time = Date.now() + 1e9))
  assert.deepEqual(await record(), { ...state, source: 'test', version: '2' })
  await set(page, { personalise: false })
  assert.deepEqual(await record(), { ...state, personalise: 'denied', source: 'shopper' })
})

test('pause and objections are words of the same key, and survive an erase', async () => {
  const { page } = await shopper({ reading: { personalise: true } })
  await page.evaluate(() => {
    window.consent.setPaused(true)
    for (const use of ['slot home', 'segment trouw & blij %', 'nothing known', 'slot \ud800']) {
      window.consent.setUse(use, false)
    }
    window.consent.erased()
  })
  assert.equal(await keyOf(page), 'paused slot:home segment:trouw%20%26%20blij%20%25')
  assert.deepEqual(
    await page.evaluate(() => [
      window.consent.paused,
      window.consent.refusedUses,
      window.consent.left(),
    ]),
    [
      true,
      ['segment trouw & blij %', 'slot home'],
      ['localStorage: etalage (the pause, the uses objected to)'],
    ],
  )
  await page.evaluate(() => {
    window.consent.setPaused(false)
    window.consent.setUse('slot home', true)
    window.consent.setUse('segment trouw & blij %', true)
  })
  assert.equal(await keyOf(page), null)
  assert.deepEqual(await page.evaluate(() => window.consent.left()), [])
})

test('words that this release does not know are kept, and mean nothing', async () => {
  const words = 'later:word slot:%E0%A4%A personalised later'
  const { page } = await shopper({ reading: { personalise: true } })
  await page.evaluate((kept) => localStorage.setItem('etalage', kept), `  ${words} `)
  assert.equal(await stateOf(page), 'granted unknown')
  assert.deepEqual(await page.evaluate(() => window.consent.refusedUses), [])
  await set(page, { personalise: false })
  assert.equal(await keyOf(page), `${words} personalise`)
  await set(page, { personalise: true })
  assert.equal(await keyOf(page), words)
})

test('where storage throws a refusal holds for the page, whatever the source says next', async () => {
  for (const before of [
    () => Object.defineProperty(window, 'localStorage', { get: () => null }),
    () =>
      (Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }),
  ]) {
    const { page, errors } = await shopper({ reading: { personalise: true }, before })
    assert.equal(await stateOf(page), 'granted unknown')
    await set(page, { personalise: false })
    assert.equal(await stateOf(page), 'denied unknown')
    await page.evaluate(() => window.tell())
    assert.equal(await stateOf(page), 'denied unknown')
    await set(page, { personalise: true })
    assert.equal(await stateOf(page), 'granted unknown')
    assert.deepEqual(errors, [])
  }
})

test('a refusal, and its lifting, hold in the other tab; so does clearing all storage', async () => {
  const { page, another } = await shopper({ reading: { personalise: true } })
  const other = await another()
  // A tab that has looked at its storage is told of every change from then on.
  assert.equal(await stateOf(other), 'granted unknown')
  await set(page, { personalise: false })
  await until(other, 'denied unknown')
  await other.waitForFunction(() => window.calls.changed >= 1)
  await set(other, { personalise: true })
  await until(page, 'granted unknown')
  await set(page, { personalise: false })
  await until(other, 'denied unknown')
  await other.waitForFunction(() => window.calls.changed >= 3)
  await page.evaluate(() => localStorage.clear())
  await until(other, 'granted unknown')
  await other.waitForFunction(() => window.calls.changed >= 4)
})

test('a refusal in the banner of another tab holds until the banner of this one says something else', async () => {
  const { page } = await shopper({ reading: { personalise: true, measure: true, time: 1e12 } })
  await page.evaluate(() => {
    window.reading.time = Date.now() - 1000
    window.consent.refusedElsewhere('personalise')
  })
  assert.equal(await stateOf(page), 'denied granted')
  await page.evaluate(() => window.tell())
  assert.equal(await stateOf(page), 'denied granted', 'it says the same as before')
  await page.evaluate(() => {
    window.reading.time = Date.now()
    window.tell()
  })
  assert.equal(await stateOf(page), 'granted granted', 'the shopper chose again, here')
})

test('after close nothing is called any more', async () => {
  const { page } = await shopper({ reading: { personalise: true } })
  const told = await page.evaluate(() => {
    const { tell } = window
    window.consent.close()
    tell()
    dispatchEvent(new StorageEvent('storage', { key: 'etalage' }))
    return [window.calls.changed, window.tell]
  })
  assert.deepEqual(told, [0, undefined])
})
