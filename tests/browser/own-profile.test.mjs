// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What shoppers do with their own profile, through the page's API: see, correct, forget, pause, object, take along.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import Ajv from 'ajv/dist/2020.js'
import { repository } from '../../toolchain/paths.mjs'
import {
  consenting,
  consentTo,
  look,
  openShop,
  settled,
  shownIn,
  stored,
} from './support/browser.mjs'

const schema = JSON.parse(readFileSync(`${repository}/js/etalage/profile.schema.json`, 'utf8'))
const isProfile = new Ajv({ allowUnionTypes: true }).compile(schema)

const view = (page, lang) => page.evaluate((of) => window.etalage.profile.view({ lang: of }), lang)
const idsOf = ({ facts }) => facts.map(({ id }) => id)
const useOf = ({ uses }, name) => uses.find(({ use }) => use === name)
const exported = (page) => page.evaluate(() => window.etalage.profile.export())
/** Asks until it is so; the test's own time limit ends it. */
const until = async (holds) => {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20))
}
const reopened = async (page) => {
  await page.reload()
  await settled(page)
}
const bytesOf = async (page) => JSON.stringify((await stored(page)).databases)

test('a profile that was never begun tells what may be kept, and that nothing is', async (t) => {
  const shopper = await (await openShop(t)).shopper()
  const page = await shopper.open('/nl/')
  const { since, facts, paused, reports, uses, problem } = await view(page)
  assert.deepEqual(
    { since, facts, paused, reports, problem },
    {
      since: null,
      facts: [],
      paused: false,
      reports: [],
      problem: undefined,
    },
  )
  assert.ok(uses.some(({ use }) => use === 'segment gardener'))
  assert.deepEqual((await stored(page)).databases, {})
})

test('the view tells in either language what holds, and why', async (t) => {
  const { page } = await consenting(t)
  await look(page, ['2206', '2202', '2201'])
  await page.evaluate(() => window.etalage.answer('skill', 'beginner'))
  const dutch = await view(page, 'nl')
  assert.equal(useOf(dutch, 'segment gardener').label, 'Tuinier')
  assert.equal(useOf(dutch, 'segment gardener').value, true)
  assert.match(useOf(dutch, 'segment gardener').text, /^U bekeek/)
  assert.equal(useOf(dutch, 'slot home').allowed, true)
  const skill = dutch.facts.find(({ id }) => id === 'stated:skill')
  assert.equal(skill.label, 'Hoe handig bent u?')
  assert.deepEqual(skill.choices, ['beginner', 'handy', 'pro'])
  const english = await view(page, 'en')
  assert.match(useOf(english, 'segment gardener').text, /^You looked/)
  assert.equal(english.facts.find(({ id }) => id === 'stated:skill').label, 'How handy are you?')
})

test('a fact that is forgotten is in nothing that is stored, and does not come back', async (t) => {
  const { shopper, page } = await consenting(t)
  const other = await shopper.open('/nl/')
  await look(page, ['canary-1', '2206'])
  await look(other, ['2202'])
  assert.match(await bytesOf(page), /canary-1/)
  const outcome = await page.evaluate(() => window.etalage.profile.forget('view_item:canary-1'))
  assert.deepEqual(outcome, { complete: true, left: [] })
  assert.doesNotMatch(await bytesOf(page), /canary-1/)
  await look(other, ['2201'])
  for (const tab of [page, other]) {
    await until(async () => {
      const ids = idsOf(await view(tab))
      return ids.includes('view_item:2201') && !ids.includes('view_item:canary-1')
    })
  }
  assert.doesNotMatch(await bytesOf(page), /canary-1/)
  await reopened(page)
  assert.deepEqual(idsOf(await view(page)).sort(), [
    'view_item:2201',
    'view_item:2202',
    'view_item:2206',
  ])
})

test('an answer is corrected, and the wrong one is in nothing that is stored', async (t) => {
  const { page } = await consenting(t)
  await page.evaluate(async () => {
    window.etalage.answer('skill', 'beginner')
    await window.etalage.flush()
  })
  assert.match(await bytesOf(page), /beginner/)
  const correct = (id, value) =>
    page.evaluate(([of, to]) => window.etalage.profile.correct(of, to), [id, value])
  assert.equal(await correct('stated:skill', 'wizard'), false)
  assert.equal(await correct('view_item:2206', 'x'), false)
  assert.equal(await correct('stated:skill', 'pro'), true)
  assert.doesNotMatch(await bytesOf(page), /beginner/)
  await reopened(page)
  assert.deepEqual((await view(page)).facts.find(({ id }) => id === 'stated:skill').value, ['pro'])
  assert.equal(await page.evaluate(() => window.etalage.in('needs-help')), false)
})

test('while it is paused nothing comes in, in any tab, and what is there is used', async (t) => {
  const { shopper, page } = await consenting(t)
  await look(page, ['2206', '2202', '2201'])
  const other = await shopper.open('/nl/')
  await page.evaluate(() => window.etalage.profile.pause())
  await until(async () => (await view(other)).paused)
  for (const tab of [page, other]) await look(tab, ['5001'])
  await reopened(page)
  assert.equal((await view(page)).paused, true)
  assert.equal(await page.evaluate(() => window.etalage.in('gardener')), true)
  assert.ok(!idsOf(await view(page)).includes('view_item:5001'))
  await page.evaluate(() => window.etalage.profile.resume())
  await look(page, ['5001'])
  assert.ok(idsOf(await view(page)).includes('view_item:5001'))
})

test('a use that the shopper objects to stops in every tab, until it is allowed', async (t) => {
  const { shopper, page } = await consenting(t)
  await look(page, ['2206', '2202', '2201'])
  const other = await shopper.open('/nl/')
  assert.equal(await other.evaluate(() => window.etalage.in('gardener')), true)
  await page.evaluate(() => window.etalage.profile.object('gardener'))
  await page.evaluate(() => window.etalage.profile.object('slot home'))
  await other.waitForFunction(() => !window.etalage.in('gardener'))
  for (const tab of [page, other]) {
    await reopened(tab)
    assert.equal(useOf(await view(tab), 'segment gardener').allowed, false)
    assert.equal(await tab.evaluate(() => window.etalage.in('gardener')), false)
    assert.equal(await tab.evaluate(() => window.etalage.recommend('home').personal), false)
  }
  const { left } = await page.evaluate(() => window.etalage.profile.erase())
  assert.equal(left.length, 1)
  assert.equal(useOf(await view(page), 'segment gardener').allowed, false)
  await page.evaluate(() => window.etalage.profile.allow('gardener'))
  await page.evaluate(() => window.etalage.profile.allow('home'))
  assert.deepEqual((await stored(page)).localStorage.etalage, undefined)
  await look(page, ['2206', '2202', '2201'])
  assert.equal(await page.evaluate(() => window.etalage.in('gardener')), true)
})

test('a fact that is reckoned is objected to by name, or by forgetting it, in words that stay', async (t) => {
  const { page } = await consenting(t)
  await page.evaluate(() => window.etalage.profile.object('fact handy'))
  const forgotten = await page.evaluate(() => window.etalage.profile.forget('inferred:mood'))
  assert.deepEqual(forgotten, { complete: true, left: [] })
  assert.equal((await stored(page)).localStorage.etalage, 'fact:handy fact:mood')
  await page.evaluate(() => window.etalage.profile.allow('fact handy'))
  await page.evaluate(() => window.etalage.profile.allow('fact mood'))
  assert.equal((await stored(page)).localStorage.etalage, undefined)
})

test('an exported profile keeps to its schema, and is the same profile elsewhere', async (t) => {
  const shop = await openShop(t)
  const shopper = await shop.shopper()
  const page = await shopper.open('/nl/')
  await consentTo(page, 'accept')
  await look(page, ['2206', '2202', '2201'])
  await page.evaluate(async () => {
    window.etalage.track('purchase', {
      transaction_id: 'T-1',
      items: [{ item_id: '5001', quantity: 2 }],
    })
    window.etalage.answer('skill', 'pro')
    await window.etalage.flush()
  })
  const document = await exported(page)
  assert.ok(isProfile(document), JSON.stringify(isProfile.errors))
  assert.equal(document.$schema, 'etalage/profile.schema.json')
  assert.equal(document['@context'].purchase, 'https://schema.org/BuyAction')

  const elsewhere = await shop.shopper()
  const there = await elsewhere.open('/nl/')
  await consentTo(there, 'accept')
  const bring = (given) => there.evaluate((it) => window.etalage.profile.import(it), given)
  const count = document.events.length + document.answers.length
  assert.deepEqual(await bring(document), { complete: true, kept: count, dropped: 0 })
  await reopened(there)
  const copy = await exported(there)
  assert.deepEqual(copy.events, document.events)
  assert.deepEqual(copy.answers, document.answers)
  assert.deepEqual(await shownIn(there, 'home'), await shownIn(page, 'home'))
  await bring(document)
  assert.deepEqual((await exported(there)).events, document.events, 'twice is once')
})

test('an import lets in what the manifest asks for, and says what it left out', async (t) => {
  const { page } = await consenting(t)
  const now = Date.now()
  const seen = (time, item_id, more = {}) => ({
    time,
    event: 'view_item',
    items: [{ item_id, email: 'canary-2', ...more }],
    fields: { note: 'canary-2' },
  })
  const outcome = await page.evaluate((it) => window.etalage.profile.import(it), {
    format: 'etalage-profile',
    version: 1,
    since: now,
    events: [
      seen(now - 1000, '2206'),
      seen(now + 86_400_000, 'in-the-future'),
      seen('yesterday', 'at-no-time'),
      { time: now - 1000, event: 'spy', items: [], fields: {} },
      null,
      7,
    ],
    cart: [{ item_id: 'not-mine' }],
    answers: [
      { time: now - 1000, fact: 'skill', values: ['wizard'] },
      { time: now - 1000, fact: 'skill', values: ['handy'] },
    ],
    consent: { personalise: true, measure: true },
    ledger: { spent: 0 },
  })
  assert.deepEqual(outcome, { complete: false, kept: 2, dropped: 6 })
  assert.deepEqual(idsOf(await view(page)).sort(), ['stated:skill', 'view_item:2206'])
  assert.doesNotMatch(await bytesOf(page), /canary-2/)
})

test('what is no exported profile changes nothing, and says what was expected', async (t) => {
  const { page } = await consenting(t)
  await look(page, ['2206'])
  const before = await exported(page)
  for (const [given, problem] of [
    [undefined, /^malformed: .*expected "format": "etalage-profile"/],
    ['{}', /^malformed/],
    [[], /^malformed/],
    [{ format: 'etalage-profile', version: 2 }, /^bad-version: .*version 2: expected 1/],
    [{ format: 'etalage-profile' }, /^bad-version: .*version none/],
  ]) {
    const outcome = await page.evaluate((it) => window.etalage.profile.import(it), given)
    assert.equal(outcome.complete, false)
    assert.match(outcome.problem, problem)
  }
  assert.deepEqual(await exported(page), before)
})

test('without consent nothing is imported, and no database is made', async (t) => {
  const shopper = await (await openShop(t)).shopper()
  const page = await shopper.open('/nl/')
  const outcome = await page.evaluate(() =>
    window.etalage.profile.import({ format: 'etalage-profile', version: 1, events: [] }),
  )
  assert.match(outcome.problem, /^no-consent/)
  assert.deepEqual((await stored(page)).databases, {})
})

test('where the editor cannot be had, the page goes on, and nobody is told that nothing is known', async (t) => {
  const { shopper, page } = await consenting(t)
  await look(page, ['2206'])
  await shopper.context.route('**/etalage-editor.wasm', (route) => route.abort())
  assert.notEqual((await view(page)).problem, undefined)
  assert.notEqual((await exported(page)).problem, undefined)
  const forgotten = await page.evaluate(() => window.etalage.profile.forget('view_item:2206'))
  assert.equal(forgotten.complete, false)
  assert.equal(await page.evaluate(() => window.etalage.status), 'on')
  await shopper.context.unroute('**/etalage-editor.wasm')
  assert.deepEqual(idsOf(await view(page)), ['view_item:2206'])
})
