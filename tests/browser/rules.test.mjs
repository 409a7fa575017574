// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Rules on a page: segments, metrics, decisions, triggers and answers, across pages and tabs, and what becomes of them
// when consent goes.
import assert from 'node:assert/strict'
import test from 'node:test'
import { consentTo, consenting, look, openShop, settled, stored } from './support/browser.mjs'

const garden = ['2206', '2202', '2207', '2204', '2203']

test('a segment is entered, told of once, explained in Dutch, and still there on the next page', async (t) => {
  const { shopper, page } = await consenting(t)
  await page.evaluate(() => {
    window.told = []
    window.etalage.on('segment', (change) => window.told.push(change))
  })
  await look(page, garden)
  const now = await page.evaluate(() => ({
    segments: window.etalage.segments(),
    in: window.etalage.in('gardener'),
    metric: window.etalage.metric('garden-views'),
    decision: window.etalage.decide('window'),
    why: window.etalage.explain('segment', 'gardener'),
    told: window.told.filter(({ name }) => name === 'gardener'),
  }))
  assert.ok(now.segments.includes('gardener'))
  assert.equal(now.in, true)
  assert.equal(now.metric, 5)
  assert.equal(now.decision, 'garden')
  assert.deepEqual(now.told, [{ name: 'gardener', in: true }])
  assert.equal(now.why.holds, true)
  assert.match(now.why.text, /^U bekeek in de laatste 30 dagen 5 producten in ‘garden’\.$/)
  assert.ok(now.why.trace.some(({ value }) => value === 5))
  await shopper.visit(page, '/en/')
  assert.equal(await page.evaluate(() => window.etalage.in('gardener')), true)
})

test('what one tab learns the rules of another know', async (t) => {
  const { shopper, page } = await consenting(t)
  const other = await shopper.open('/nl/')
  await page.bringToFront()
  await look(page, garden)
  await other.waitForFunction(() => window.etalage.in('gardener'), undefined, { timeout: 10_000 })
})

test('an answer counts at once, is shown as stated, and can be taken back', async (t) => {
  const { page } = await consenting(t)
  const answered = await page.evaluate(async () => {
    window.etalage.answer('skill', 'beginner')
    const { facts } = await window.etalage.profile.view()
    const before = window.etalage.in('needs-help')
    window.etalage.answer('skill', null)
    return { facts, before, after: window.etalage.in('needs-help') }
  })
  assert.equal(answered.before, true)
  assert.equal(answered.after, false)
  const stated = answered.facts.filter(({ tier }) => tier === 'stated')
  assert.deepEqual(
    stated.map(({ name, value }) => [name, value]),
    [['skill', ['beginner']]],
  )
  assert.ok(stated[0].usedBy.includes('segment needs-help'))
})

test('a trigger fires once, and not again on the next page', async (t) => {
  const { shopper, page } = await consenting(t)
  const listen = () =>
    page.evaluate(() => {
      window.fired = []
      window.etalage.on('trigger', ({ name }) => window.fired.push(name))
    })
  await listen()
  await look(page, garden)
  assert.deepEqual(await page.evaluate(() => window.fired), ['garden-lover'])
  await look(page, garden)
  assert.deepEqual(await page.evaluate(() => window.fired), ['garden-lover'])
  await shopper.visit(page, '/nl/')
  await listen()
  await look(page, garden)
  assert.deepEqual(await page.evaluate(() => window.fired), [])
})

test('without consent nobody is in any segment, and refusing leaves every one', async (t) => {
  const shopper = await (await openShop(t)).shopper()
  const page = await shopper.open('/nl/')
  const ask = () =>
    page.evaluate(() => [
      window.etalage.segments(),
      window.etalage.metric('garden-views') ?? null,
      window.etalage.decide('window') ?? null,
    ])
  await look(page, garden)
  assert.deepEqual(await ask(), [[], null, null])
  await consentTo(page, 'accept')
  await look(page, garden)
  assert.equal((await ask())[1], 5)
  await page.evaluate(() => window.etalage.consent.set({ personalise: false, measure: false }))
  assert.deepEqual(await ask(), [[], null, null])
  await settled(page)
  assert.deepEqual((await stored(page)).databases, {})
})
