// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// A database that is missing, silent, late, in pieces or held by others: the page goes on, and what can be kept is kept.
import assert from 'node:assert/strict'
import test, { beforeEach } from 'node:test'
import { turns } from './support/clock.mjs'
import { failing, faults, newDatabase, working } from './support/faults.mjs'
import { behind, stored, Tab } from './support/Tab.mjs'

beforeEach(() => newDatabase())

const onOpen = (fault) => failing((name) => name === 'open' && fault)

test('a database that answers late is taken up once, with all that was tracked meanwhile', async () => {
  onOpen(faults['is never answered'])
  const tab = await Tab.open()
  tab.track('meanwhile')
  await tab.flush()
  assert.deepEqual(tab.words, ['meanwhile'])
  working()
  await turns(100)
  await tab.flush()
  assert.deepEqual((await stored()).words, ['meanwhile'])
  assert.equal(tab.foreignChanges, 1)
  const [{ connections }] = indexedDB._databases.values()
  assert.equal(connections.filter((one) => !one._closed).length, 1)
})

test('a database that answers when nobody wants it any more is closed', async () => {
  onOpen(faults['is never answered'])
  const tab = await Tab.open()
  await tab.profile.close()
  working()
  await turns(100)
  const [{ connections }] = indexedDB._databases.values()
  assert.ok(connections.every((one) => one._closed))
})

for (const [what, value] of [
  [
    'throws',
    {
      get: () => {
        throw new DOMException('blocked', 'SecurityError')
      },
    },
  ],
  ['is not there', { value: undefined }],
]) {
  test(`where indexedDB ${what}, the profile lives for the page`, async (t) => {
    const { indexedDB: real } = globalThis
    t.after(() =>
      Object.defineProperty(globalThis, 'indexedDB', {
        value: real,
        writable: true,
        configurable: true,
      }),
    )
    Object.defineProperty(globalThis, 'indexedDB', { configurable: true, ...value })
    const tab = await Tab.open()
    tab.track('word')
    await tab.flush()
    tab.profile.catchUp()
    await tab.flush()
    assert.deepEqual(tab.words, ['word'])
    assert.equal(await tab.forget('word'), false)
    assert.equal(await tab.profile.erase(), false)
    assert.deepEqual(tab.words, [])
  })
}

test('a backing store that cannot be opened is removed once, and made anew', async () => {
  const first = await Tab.open()
  first.track('lost')
  await first.profile.close()
  let isDamaged = true
  failing((name) => {
    if (name === 'delete') isDamaged = false
    return name === 'open' && isDamaged && faults['is refused: backing store']
  })
  const tab = await Tab.open()
  tab.track('word')
  await tab.flush()
  working()
  assert.deepEqual((await stored()).words, ['word'])
})

test('a backing store that cannot be opened at all costs three attempts, and once more after it is removed', async () => {
  const calls = []
  failing((name) => {
    calls.push(name)
    return name === 'open' && faults['is refused: backing store']
  })
  const tab = await Tab.open()
  tab.track('word')
  await tab.flush()
  assert.deepEqual(calls, ['open', 'open', 'open', 'delete', 'open'])
  assert.deepEqual(tab.words, ['word'])
})

test('storage that is wiped under a running page leaves a page that works', async () => {
  const tab = await Tab.open()
  tab.track('before')
  await tab.flush()
  const deleted = indexedDB.deleteDatabase('etalage')
  await new Promise((resolve) => (deleted.onsuccess = resolve))
  tab.track('lost')
  await tab.flush()
  tab.track('after')
  await tab.flush()
  assert.deepEqual(tab.words, ['after'])
  assert.deepEqual((await stored()).words, ['after'])
})

test('a tab that is stuck in a transaction does not stop another one, which writes when it can', async () => {
  const tab = await Tab.open()
  const stuck = await Tab.open()
  let once = true
  failing((name) => {
    const now = once && name === 'store.add'
    if (now) once = false
    return now && faults['is never answered']
  })
  stuck.track('stuck')
  tab.track('word')
  await tab.flush()
  assert.deepEqual(tab.words, ['word'])
  working()
  await stuck.flush()
  for (const one of [tab, stuck]) {
    one.profile.catchUp()
    await one.flush()
  }
  tab.profile.catchUp()
  await tab.flush()
  const { words } = await stored()
  assert.deepEqual(words.toSorted(), ['stuck', 'word'])
  assert.deepEqual(tab.words, words)
})

test('what fell to memory is written when the page is looked at again', async () => {
  const tab = await Tab.open()
  failing(() => faults['throws: connection lost'])
  for (const word of ['one', 'two']) tab.track(word)
  await tab.flush()
  tab.track('three')
  await tab.flush()
  working()
  tab.track('four')
  await tab.flush()
  assert.deepEqual((await stored()).words, [], 'in memory, until somebody looks')
  tab.profile.catchUp()
  await tab.flush()
  assert.deepEqual((await stored()).words, ['one', 'two', 'three', 'four'])
})

test('an erase that fails is made good before the profile is read again', async () => {
  const tab = await Tab.open()
  tab.track('before')
  await tab.flush()
  failing(() => faults['throws: connection lost'])
  assert.equal(await tab.profile.erase(), false)
  assert.deepEqual(tab.words, [])
  working()
  tab.profile.catchUp()
  await tab.flush()
  assert.deepEqual((await stored()).words, [])
})

test('every store is cleared by an erase, not the profile alone', async () => {
  const tab = await Tab.open()
  await behind(async ({ queue, ledger }, answer) => {
    await answer(queue.put('report', 1))
    await answer(ledger.put('spent', 'epoch'))
  })
  assert.equal(await tab.profile.erase(), true)
  const left = await behind(async (all, answer) =>
    Promise.all(['events', 'queue', 'ledger'].map((name) => answer(all[name].count()))),
  )
  assert.deepEqual(left, [0, 0, 0])
})
