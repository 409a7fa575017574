// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The profile's storage where nothing fails but what shoppers and other tabs do.
import assert from 'node:assert/strict'
import test, { beforeEach } from 'node:test'
import { failing, newDatabase } from './support/faults.mjs'
import { behind, stored, Tab } from './support/Tab.mjs'
import { frame } from './support/ListEngine.mjs'

const numbered = (count, from = 0) => Array.from({ length: count }, (_, i) => `w${from + i}`)

beforeEach(() => newDatabase())

async function tracked(words) {
  const tab = await Tab.open()
  for (const word of words) tab.track(word)
  await tab.flush()
  return tab
}

test('what is tracked is there for the next page', async () => {
  const first = await tracked(numbered(200))
  assert.deepEqual((await stored()).words, numbered(200))
  await first.profile.close()
  assert.deepEqual((await Tab.open()).words, numbered(200))
})

test('what waits is written in one transaction', async () => {
  const tab = await Tab.open()
  let transactions = 0
  const { transaction } = IDBDatabase.prototype
  IDBDatabase.prototype.transaction = function (...args) {
    transactions += 1
    return transaction.apply(this, args)
  }
  for (const word of numbered(40)) tab.track(word)
  await tab.flush()
  IDBDatabase.prototype.transaction = transaction
  assert.equal(transactions, 1)
  assert.deepEqual((await stored()).words, numbered(40))
})

test('a journal stays short', async () => {
  const tab = await Tab.open()
  for (const word of numbered(300)) {
    tab.track(word)
    await tab.flush()
  }
  const { keys, words } = await stored()
  assert.ok(keys.length < 70, `${keys.length} records`)
  assert.deepEqual(words, numbered(300))
})

test('two tabs that write at once end in one state', async () => {
  const tabs = [await Tab.open(), await Tab.open()]
  for (const word of numbered(200)) tabs.forEach((tab, i) => tab.track(`${i}-${word}`))
  for (const tab of tabs) await tab.flush()
  for (const tab of tabs) tab.profile.catchUp()
  for (const tab of tabs) await tab.flush()
  const { words } = await stored()
  assert.equal(words.length, 400)
  for (const tab of tabs) assert.deepEqual(tab.words, words)
})

test('what is forgotten is in no record, and no other tab brings it back', async () => {
  const one = await tracked(['keep', 'secret', 'keep too'])
  const two = await Tab.open()
  two.track('later')
  assert.equal(await one.forget('secret'), true)
  two.track('last')
  await two.flush()
  const { words, values } = await stored()
  assert.deepEqual(words, ['keep', 'keep too', 'later', 'last'])
  assert.deepEqual(two.words, words)
  const text = values.map((value) => Buffer.from(value.bytes ?? value).toString()).join()
  assert.ok(!text.includes('secret'), text)
})

test('what is forgotten while it is on its way does not arrive', async () => {
  const tab = await Tab.open()
  tab.track('secret')
  tab.track('keep')
  assert.equal(await tab.forget('secret'), true)
  await tab.flush()
  assert.deepEqual((await stored()).words, ['keep'])
  assert.deepEqual(tab.words, ['keep'])
})

test('forgetting what is not there writes nothing', async () => {
  const tab = await tracked(['keep'])
  const before = await stored()
  assert.equal(await tab.forget('else'), true)
  assert.deepEqual(await stored(), before)
})

test('a change that the engine refuses leaves the profile as it was', async () => {
  const tab = await tracked(['keep'])
  const refused = tab.profile.rewrite(() => {
    throw new Error('no such fact')
  })
  assert.equal(await refused, false)
  tab.track('later')
  await tab.flush()
  assert.deepEqual((await stored()).words, ['keep', 'later'])
})

test('what may not be kept any longer leaves the journal at the next page', async () => {
  await (await tracked(['keep', 'lapsed'])).profile.close()
  const tab = new Tab()
  tab.engine.lapsed.add('lapsed')
  await tab.profile.start()
  assert.deepEqual((await stored()).words, ['keep'])
})

test('an erase leaves nothing that was there, and what comes after it stays', async () => {
  const tab = await tracked(numbered(100))
  const other = await Tab.open()
  other.track('on its way')
  const erased = tab.profile.erase()
  assert.deepEqual(tab.words, [])
  tab.track('after')
  assert.equal(await erased, true)
  await tab.flush()
  await other.flush()
  other.profile.catchUp()
  await other.flush()
  const { words } = await stored()
  assert.deepEqual(words, ['after'])
  assert.deepEqual(other.words, words)
  assert.equal(await tab.profile.erase(), true)
  assert.deepEqual((await stored()).words, [])
})

test('an erase while three tabs write leaves nothing of before', async () => {
  const tabs = [await Tab.open(), await Tab.open(), await Tab.open()]
  for (const word of numbered(50)) for (const tab of tabs) tab.track(`before-${word}`)
  const eraser = await Tab.open()
  assert.equal(await eraser.profile.erase(), true)
  for (const tab of tabs) await tab.flush()
  assert.deepEqual((await stored()).words, [])
  for (const tab of tabs) tab.track('after')
  for (const tab of tabs) tab.profile.catchUp()
  for (const tab of tabs) await tab.flush()
  assert.deepEqual(new Set((await stored()).words), new Set(['after']))
})

test('what is on its way into a journal that looks like the one after the erase does not arrive', async () => {
  const one = await Tab.open()
  const two = await Tab.open()
  two.track('on its way')
  assert.equal(await one.profile.erase(), true)
  await two.flush()
  assert.equal(await one.profile.erase(), true)
  two.track('late')
  await two.flush()
  assert.deepEqual((await stored()).words, [])
  assert.deepEqual(two.words, [])
  const three = await Tab.open()
  assert.equal(await one.profile.erase(), true)
  three.track('into an empty journal')
  await three.flush()
  assert.deepEqual((await stored()).words, [])
})

test('a refusal removes the database, and makes none where there is none', async () => {
  const refuse = async (tab) => {
    tab.consents = false
    return tab.profile.erase()
  }
  assert.equal(await refuse(new Tab()), true)
  assert.deepEqual(await indexedDB.databases(), [])
  const tab = await tracked(['word'])
  const other = await Tab.open()
  tab.profile.stop()
  assert.equal(await refuse(tab), true)
  assert.deepEqual(await indexedDB.databases(), [])
  other.consents = false
  other.track('late')
  await other.flush()
  assert.deepEqual(await indexedDB.databases(), [])
})

test('an erase that cannot remove the database for another connection still clears it', async () => {
  const tab = await tracked(['word'])
  const open = indexedDB.open('etalage')
  await new Promise((resolve) => (open.onsuccess = resolve))
  tab.profile.stop()
  tab.consents = false
  assert.equal(await tab.profile.erase(), true)
  open.result.close()
})

test('without consent nothing is written, nor later', async () => {
  const tab = await tracked(['word'])
  tab.consents = false
  tab.track('unwanted')
  await tab.flush()
  tab.profile.forget()
  assert.equal(await tab.forget('word'), false)
  tab.consents = true
  tab.track('wanted')
  tab.profile.catchUp()
  await tab.flush()
  assert.deepEqual((await stored()).words, ['word', 'wanted'])
})

test('consent that lapses while the database opens creates none', async () => {
  const tab = new Tab()
  const started = tab.profile.start()
  tab.consents = false
  await started
  assert.deepEqual(await indexedDB.databases(), [])
})

for (const [what, write] of Object.entries({
  'a record': (events, answer) => answer(events.add(frame('newer', 2))),
  'a snapshot': async (events, answer) => {
    const upTo = await answer(events.add(new Uint8Array()))
    await answer(events.delete(IDBKeyRange.upperBound(upTo, true)))
    await answer(events.put({ upTo, bytes: frame('["newer"]', 2) }, 0))
  },
})) {
  test(`${what} of a newer release is neither overwritten nor followed, until it is erased`, async () => {
    const running = await tracked(numbered(3))
    await behind(({ events }, answer) => write(events, answer))
    const before = (await stored()).values
    const opened = await Tab.open()
    opened.engine.lapsed.add('w0')
    for (const tab of [running, opened]) {
      for (const word of numbered(100, 10)) tab.track(word)
      tab.profile.forget()
      tab.profile.catchUp()
      await tab.flush()
      assert.equal(await tab.forget('w1'), false)
    }
    assert.deepEqual((await stored()).values, before)
    assert.equal(await opened.profile.erase(), true)
    opened.track('after')
    await opened.flush()
    assert.deepEqual((await stored()).words, ['after'])
  })
}

test('a database of a higher version is used as it is, and given up for one', async () => {
  const old = await tracked(['old'])
  const newer = indexedDB.open('etalage', 7)
  newer.onupgradeneeded = () => newer.result.createObjectStore('more')
  await new Promise((resolve) => (newer.onsuccess = resolve))
  newer.result.onversionchange = () => newer.result.close()
  old.track('while the newer runs')
  await old.flush()
  const rolledBack = await tracked(['rolled back'])
  assert.deepEqual((await stored()).words, ['old', 'while the newer runs', 'rolled back'])
  assert.deepEqual(rolledBack.words, (await stored()).words)
})

test('a database of a higher version without our stores is left alone', async () => {
  const newer = indexedDB.open('etalage', 7)
  newer.onupgradeneeded = () => newer.result.createObjectStore('events')
  await new Promise((resolve) => (newer.onsuccess = resolve))
  newer.result.close()
  const tab = await tracked(['word'])
  assert.deepEqual(tab.words, ['word'])
  const [{ version }] = await indexedDB.databases()
  assert.equal(version, 7)
})

test('what others put into the database does no harm', async () => {
  for (const value of [null, 'text', 5, [], {}, { upTo: 'x', bytes: 'y' }, new Uint8Array(3)]) {
    for (const [store, key] of [
      ['events', 0],
      ['events', 2],
      ['meta', 'generation'],
    ]) {
      newDatabase()
      await (await tracked(numbered(3))).profile.close()
      await behind((stores, answer) => answer(stores[store].put(value, key)))
      const tab = await tracked(['after'])
      assert.equal(tab.words.at(-1), 'after', JSON.stringify([value, store, key]))
      assert.deepEqual((await Tab.open()).words, tab.words)
    }
  }
})

test('a profile is never larger than its cap: the oldest goes first', async () => {
  const tab = await Tab.open()
  const words = numbered(40).map((word) => word + 'x'.repeat(20_000))
  for (const word of words) {
    tab.track(word)
    await tab.flush()
    const { size } = await stored()
    assert.ok(size <= 256 * 1024, `${size} bytes`)
  }
  const kept = tab.words
  assert.deepEqual(kept, words.slice(-kept.length))
  assert.ok(kept.length >= 5)
  assert.deepEqual((await stored()).words, kept)
})

test('what may not be kept leaves the journal of a profile that is not open, and makes none where there is none', async () => {
  const tab = new Tab()
  await tab.profile.clean()
  assert.deepEqual(await indexedDB.databases(), [])
  await (await tracked(['keep', 'lapsed'])).profile.close()
  tab.engine.lapsed.add('lapsed')
  await tab.profile.clean()
  assert.equal(tab.words, undefined, 'it is not open')
  assert.deepEqual((await stored()).words, ['keep'])
})

test('a profile that is opened at any step of its cleaning is open after that, and clean', async () => {
  let steps = 1
  for (let at = 1; at <= steps; ++at) {
    newDatabase()
    await (await tracked(['keep', 'lapsed'])).profile.close()
    const tab = new Tab()
    tab.engine.lapsed.add('lapsed')
    let opened
    steps = 0
    failing(() => {
      if (++steps === at) opened = tab.profile.start()
    })
    await tab.profile.clean()
    failing(() => undefined)
    await opened
    await tab.flush()
    tab.track('after')
    await tab.flush()
    assert.deepEqual((await stored()).words, ['keep', 'after'], `at step ${at}`)
    assert.deepEqual(tab.words, ['keep', 'after'])
  }
  assert.ok(steps > 5)
})
