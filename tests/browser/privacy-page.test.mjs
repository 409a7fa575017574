// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The shopper's own panel on the demo's page for it: the real profile, without a line of the shop's.
import assert from 'node:assert/strict'
import test from 'node:test'
import { consenting, look, settled } from './support/browser.mjs'

/** A shopper of whom something is known, at the panel. */
async function atThePanel(t) {
  const { shopper, page } = await consenting(t)
  await look(page, ['2206', '2202', '5001'])
  await page.evaluate(() => window.etalage.answer('skill', 'beginner'))
  await page.evaluate(() => window.etalage.flush())
  await page.goto(`${shopper.url}/nl/privacy/`)
  await settled(page)
  const panel = page.locator('main etalage-privacy')
  await panel.locator('.fact').first().waitFor()
  const announced = (text) => panel.locator('[role=status]', { hasText: text }).waitFor()
  return { shopper, page, panel, announced }
}

test('what is corrected, forgotten and objected to in the panel is so for the page, and after a reload', async (t) => {
  const { shopper, page, panel, announced } = await atThePanel(t)
  assert.equal(await panel.locator('[data-group=view_item] .fact').count(), 3)
  await panel.locator('[name=correct]').click()
  await panel.locator('select').selectOption('pro')
  await panel.locator('form [type=submit]').click()
  await announced('is verbeterd')
  await panel.locator('[data-group=view_item] [name=forget]').first().click()
  await announced('is vergeten')
  await panel.getByRole('switch', { name: 'Tuinier' }).click()
  await announced('‘Tuinier’ staat uit.')
  await page.reload()
  await settled(page)
  await panel.locator('.fact', { hasText: 'Vakman of vakvrouw' }).waitFor()
  assert.equal(await panel.locator('[data-group=view_item] .fact').count(), 2)
  const gardener = panel.getByRole('switch', { name: 'Tuinier' })
  assert.equal(await gardener.getAttribute('aria-checked'), 'false')
  assert.deepEqual(shopper.errors, [])
})

test('a saved copy puts back what was erased', async (t) => {
  const { shopper, page, panel, announced } = await atThePanel(t)
  const download = page.waitForEvent('download')
  await panel.locator('[name=export]').click()
  const file = await (await download).path()
  await panel.locator('[name=erase]').click()
  await panel.locator('[name=yes]').click()
  await announced('Alles is gewist.')
  await panel.locator('.fact').first().waitFor({ state: 'detached' })
  const chooser = page.waitForEvent('filechooser')
  await panel.locator('[name=import]').click()
  await (await chooser).setFiles(file)
  await announced('4 gegevens zijn teruggezet.')
  await panel.locator('[data-group=view_item] .fact').nth(2).waitFor()
  assert.deepEqual(shopper.errors, [])
})

test('erasing and switching off leaves nothing but the refusal', async (t) => {
  const { shopper, page, panel, announced } = await atThePanel(t)
  await panel.locator('[name=eraseOff]').click()
  await panel.locator('[name=yes]').click()
  await announced('Alles is gewist.')
  assert.match(
    await panel.locator('.control .standing').innerText(),
    /Alleen dit blijft staan:\s+localStorage: etalage \(dat u weigerde\)$/,
  )
  const { consent, profile } = await page.evaluate(async () => ({
    consent: window.etalage.consent.state,
    profile: await window.etalage.profile.export(),
  }))
  assert.deepEqual(consent, { personalise: 'denied', measure: 'denied' })
  assert.equal(profile.since, null)
  assert.deepEqual(shopper.errors, [])
})
