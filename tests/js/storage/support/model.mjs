// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Eight tabs that do at random what shoppers do, against a model that knows for each word whether it must be there, may
// be there, or must not. Between any two steps of one tab the others may do theirs.
import assert from 'node:assert/strict'
import { turns } from './clock.mjs'
import { failing, faults, newDatabase, working } from './faults.mjs'
import { stored, Tab } from './Tab.mjs'

/** Numbers that look random, the same for the same seed. */
export function randomFrom(seed) {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** `each` operations in each of eight tabs; then checks that all agree, and with the model. */
export async function runModel({ seed, each, faulty = false }) {
  newDatabase()
  const random = randomFrom(seed)
  const model = new Model()
  // Not those that cost what was flushed, or that only end with the test.
  const passing = Object.entries(faults)
    .filter(([title]) => !/never|quota|full|backing/.test(title))
    .map(([, fault]) => fault)
  if (faulty) failing(() => random(200) === 0 && passing[random(passing.length)])

  await Promise.all(Array.from({ length: 8 }, (_, i) => live(`tab${i}`, each, random, model)))
  working()

  const tabs = [...model.tabs]
  for (let i = 0; i < 2; ++i) {
    for (const tab of tabs) {
      tab.profile.catchUp()
      await tab.flush()
    }
  }
  const { words } = await stored()
  for (const tab of tabs) assert.deepEqual(tab.words, words, 'all tabs agree with the journal')
  model.check(words)
  for (const tab of tabs) await tab.profile.close()
  const last = await Tab.open()
  assert.deepEqual(last.words, words, 'so does the next page')
  return words
}

class Model {
  tabs = new Set()
  /** By word: { tab, at, flushed }. `at` and the erases' times count operations, over all tabs. */
  tracked = new Map()
  forgotten = new Set()
  time = 0
  /** When the last erase began, and when it was done. */
  erase = { began: -1, done: -1 }

  track(word, tab) {
    const entry = { tab, at: ++this.time, flushed: Infinity }
    this.tracked.set(word, entry)
    tab.waiting.push(entry)
  }

  /** What a tab tracked before this flush was asked for is durable now. */
  flushed(tab, asked) {
    this.time += 1
    for (const entry of tab.waiting) if (entry.at <= asked) entry.flushed = this.time
    tab.waiting = tab.waiting.filter(({ at }) => at > asked)
  }

  check(words) {
    assert.equal(new Set(words).size, words.length, 'no word twice')
    const found = new Map(words.map((word, i) => [word, i]))
    const latest = new Map()
    for (const [word, { tab, at, flushed }] of this.tracked) {
      const isThere = found.has(word)
      if (this.forgotten.has(word)) assert.ok(!isThere, `${word} was forgotten`)
      else if (flushed < this.erase.began) assert.ok(!isThere, `${word} was erased`)
      // A tab that has not heard of an erase drops what is on its way, to be on the safe side.
      else if (flushed < Infinity && tab.heard >= this.erase.done && at > tab.heard)
        assert.ok(isThere, `${word} was flushed after the last erase`)
      if (!isThere) continue
      assert.ok(found.get(word) > (latest.get(tab) ?? -1), `${word} is in its tab's order`)
      latest.set(tab, found.get(word))
    }
  }
}

async function live(name, operations, random, model) {
  let tab = await Tab.open()
  const others = () => [...model.tabs].filter((one) => one !== tab)
  const join = () => {
    model.tabs.add(tab)
    for (const one of others()) {
      one.others.add(tab)
      tab.others.add(one)
    }
  }
  const leave = () => {
    model.tabs.delete(tab)
    for (const one of others()) one.others.delete(tab)
  }
  const flush = async () => {
    const asked = ++model.time
    await tab.flush()
    if (!tab.profile.store.failed && tab.profile.pending.length === 0) model.flushed(tab, asked)
  }
  join()
  for (let i = 0; i < operations; ++i) {
    const what = random(1000)
    if (what < 700) {
      const word = `${name}-${i}`
      model.track(word, tab)
      tab.track(word)
    } else if (what < 850) {
      await flush()
    } else if (what < 900) {
      const began = ++model.time
      tab.profile.catchUp()
      await tab.flush()
      if (!tab.profile.store.failed) tab.heard = began
    } else if (what < 960) {
      const word = tab.words[random(tab.words.length)]
      if (word && (await tab.forget(word))) model.forgotten.add(word)
    } else if (what < 980) {
      tab.profile.forget()
    } else if (what < 984) {
      const began = ++model.time
      const erased = await tab.profile.erase()
      // One that failed is made good at some time: what is there after it may have come before or after.
      model.erase = {
        began: erased ? began : model.erase.began,
        done: erased ? ++model.time : Infinity,
      }
    } else if (what < 990) {
      // A frozen tab: it does nothing, while the others go on.
      await turns(random(200))
    } else {
      await flush()
      leave()
      await tab.profile.close()
      tab = await Tab.open()
      join()
    }
    if (random(3) === 0) await turns(random(8))
  }
  await flush()
}
