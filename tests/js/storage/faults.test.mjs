// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Every operation of the profile, while the database fails in every way at every call: nothing is thrown, nothing that was
// flushed is lost or written twice, and when the fault has gone the profile goes on as if it had never been.
import assert from 'node:assert/strict'
import test from 'node:test'
import { failing, faults, newDatabase, working } from './support/faults.mjs'
import { stored, Tab } from './support/Tab.mjs'

const numbered = (name, count) => Array.from({ length: count }, (_, i) => `${name}${i}`)
const before = numbered('before', 3)

const unhandled = []
process.on('unhandledRejection', (error) => unhandled.push(error))

/**
 * By name: what is done to a profile of the words `before`, and what it is after that, where nothing fails or where it has
 * been made good. `undone` is what it may be instead where the operation says that it failed.
 */
const operations = {
  'open the database': {
    prepare: (tab) => tab.profile.close(),
    run: (tab) => tab.profile.start(),
    after: before,
  },
  start: {
    prepare: (tab) => tab.profile.stop(),
    run: (tab) => tab.profile.start(),
    after: before,
  },
  append: {
    run: async (tab) => {
      tab.track('one')
      await tab.flush()
      tab.track('two')
      tab.track('three')
      await tab.flush()
    },
    after: [...before, 'one', 'two', 'three'],
  },
  'append so many that a snapshot is made': {
    run: async (tab) => {
      for (const word of numbered('many', 100)) tab.track(word)
      await tab.flush()
    },
    after: [...before, ...numbered('many', 100)],
  },
  'catch up': {
    prepare: async () => {
      const other = await Tab.open()
      other.track('foreign')
      await other.profile.close()
    },
    run: async (tab) => {
      tab.track('own')
      tab.profile.catchUp()
      await tab.flush()
    },
    after: [...before, 'foreign', 'own'],
  },
  'forget what lapsed': {
    run: async (tab) => {
      tab.engine.lapsed.add('before1')
      tab.profile.forget()
      await tab.flush()
    },
    after: ['before0', 'before2'],
    // What lapsed is gone from memory at once.
    ahead: true,
  },
  rewrite: {
    run: async (tab) => {
      tab.track('one')
      return tab.forget('before1')
    },
    after: ['before0', 'before2', 'one'],
    undone: [...before, 'one'],
  },
  erase: {
    run: async (tab) => {
      const erased = tab.profile.erase()
      tab.track('after')
      return erased
    },
    after: ['after'],
  },
}

/** Runs an operation under faults, and checks all that must hold. Gives how many calls it made. */
async function run({ prepare, run: operate, after, undone, ahead }, choose, full = false) {
  newDatabase()
  const tab = await Tab.open()
  for (const word of before) tab.track(word)
  await tab.flush()
  await prepare?.(tab)

  const calls = []
  failing((name) => {
    calls.push(name)
    return choose(calls)
  })
  const result = await operate(tab)
  await tab.flush()
  working()

  // What is stored is a profile that was, and with what waits it is the profile in memory.
  const amid = (await stored()).words
  const { version, inDoubt, stale, eraseFailed } = tab.profile
  if (version && inDoubt === 0 && !stale && !ahead && !eraseFailed) {
    assert.deepEqual([...amid, ...tab.pending], tab.words, 'stored and pending')
  }
  assert.equal(new Set(amid).size, amid.length, `twice: ${amid}`)

  // A page that is shown again.
  tab.profile.catchUp()
  await tab.flush()
  const done = result === false ? (undone ?? after) : after
  const { words } = await stored()
  assert.deepEqual(tab.pending, [], 'nothing waits')
  assert.deepEqual(tab.words, words, 'memory and journal')
  // A full disk costs the oldest, a damaged one all; and where the last look failed the change may have been made all the same.
  const ends = [after, done].map((all) => String(full ? all.slice(all.length - words.length) : all))
  assert.ok(ends.includes(String(words)), `${words} instead of ${ends.join(' or ')}`)

  tab.track('later')
  await tab.flush()
  assert.deepEqual((await stored()).words, [...words, 'later'])
  assert.deepEqual((await Tab.open()).words, [...words, 'later'])
  assert.deepEqual(unhandled, [])
  return calls
}

for (const [name, operation] of Object.entries(operations)) {
  for (const [title, fault] of Object.entries(faults)) {
    test(`${name}: ${title}, at each call once, and from it on`, async () => {
      const calls = await run(operation, () => false)
      for (const [at, call] of calls.entries()) {
        if (!fault.befalls(call)) continue
        for (const [how, struck] of [
          ['once', (count) => count === at + 1],
          ['from', (count) => count > at],
        ]) {
          try {
            await run(
              operation,
              ({ length }) => struck(length) && fault,
              /quota|full|backing/.test(title),
            )
          } catch (error) {
            error.message = `${how} call ${at}, ${call}: ${error.message}`
            throw error
          }
        }
      }
    })
  }
}
