// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Two releases of the package over one database: the newer reads what the older wrote, not the other way round.
import assert from 'node:assert/strict'
import test, { beforeEach } from 'node:test'
import { newDatabase } from './support/faults.mjs'
import { stored, Tab } from './support/Tab.mjs'

const older = 1
const newer = 2

beforeEach(() => newDatabase())

async function both(tabs) {
  for (let round = 0; round < 2; ++round) {
    for (const tab of tabs) {
      tab.profile.catchUp()
      await tab.flush()
    }
  }
}

async function track(tab, ...words) {
  for (const word of words) tab.track(word)
  await tab.flush()
}

const many = (word) => Array.from({ length: 70 }, (_, i) => `${word} ${i}`)

/** What each page of the shopper's does, one after the other; the newer release must end with all that it may know. */
for (const [name, steps] of Object.entries({
  'the older first, then the newer': [
    [older, 'a', 'b'],
    [newer, 'c'],
    [older, 'lost'],
    [newer, 'd'],
  ],
  'the newer first, then the older': [
    [newer, 'a'],
    [older, 'lost'],
    [newer, 'b'],
    [older, 'lost too'],
  ],
  'by turns, with snapshots': [
    [older, ...many('old')],
    [newer, ...many('new')],
    [older, 'lost'],
    [newer, ...many('newer')],
  ],
})) {
  const kept = steps.flatMap(([, ...words]) => words).filter((word) => !word.startsWith('lost'))

  test(`${name}: in two tabs nothing of the newer release is overwritten`, async () => {
    const tabs = { [older]: await Tab.open(older), [newer]: await Tab.open(newer) }
    for (const [release, ...words] of steps) {
      await both(Object.values(tabs))
      await track(tabs[release], ...words)
    }
    await both(Object.values(tabs))
    assert.deepEqual(tabs[newer].words, kept)
    assert.deepEqual((await Tab.open(newer)).words, kept)
  })

  test(`${name}: page after page, as at a rollback, nothing of the newer release is overwritten`, async () => {
    for (const [release, ...words] of steps) {
      const page = await Tab.open(release)
      await track(page, ...words)
      await page.profile.close()
    }
    assert.deepEqual((await Tab.open(newer)).words, kept)
  })
}

test('what the older release reads is a state that was, and it can erase what it cannot read', async () => {
  await track(await Tab.open(older), 'a', 'b')
  await track(await Tab.open(newer), 'c')
  const page = await Tab.open(older)
  assert.deepEqual(page.words, ['a', 'b'])
  assert.equal(await page.forget('a'), false, 'what it cannot read it cannot rewrite, and says so')
  assert.equal(await page.profile.erase(), true)
  await track(page, 'after')
  assert.deepEqual((await stored()).words, ['after'])
  assert.deepEqual((await Tab.open(newer)).words, ['after'])
})
