// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The settings that the builder chooses by itself.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defaultModel } from '../../js/build/dist/builder/ModelSettings.js'
import { chooseSettings } from '../../js/build/dist/quality/tuning/chooseSettings.js'
import { planTuning } from '../../js/build/dist/quality/tuning/planTuning.js'
import { Shop } from './shop.mjs'

/** The same numbers each time, from 0 to 1. */
function randomly(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/**
 * Sessions in which what comes next follows from the newest product alone, one of three that are each product's own: what
 * older products of the session say is noise. How often a session goes on from an older one says nothing either.
 */
function chains({ sessions, products = 150, steps = 9 }) {
  const random = randomly(7)
  const below = (count) => Math.floor(random() * count)
  const next = Array.from({ length: products }, () => [0, 1, 2].map(() => below(products)))
  return Array.from({ length: sessions }, () => {
    const session = [below(products)]
    while (session.length < steps) session.push(next[session.at(-1)][below(3)])
    return session.map((item) => `p${item}`).join(' ')
  })
}

function evaluate(train) {
  const shop = new Shop({ 'train.txt': train, 'test.txt': ['p1 p2'] })
  const files = ['evaluate', '--train', 'train.txt', '--test', 'test.txt']
  return { ...shop.json(...files), text: () => shop.run(...files).stdout }
}

const { vectors, pairDecay } = defaultModel

test('where only the newest product tells what is next, older ones are made to weigh less', () => {
  const { settings, text } = evaluate(chains({ sessions: 1500 }))
  assert.ok(settings.pairDecay < pairDecay, JSON.stringify(settings))
  const { tried, steps, events } = settings.search
  assert.deepEqual([tried[0].pairDecay, tried[0].vectors], [pairDecay, vectors])
  assert.deepEqual([tried[0].gain, tried[0].error], [0, 0])
  const chosen = tried.find(
    (other) =>
      other.pairDecay === settings.pairDecay &&
      other.vectors === settings.vectors &&
      other.positions === settings.positions,
  )
  assert.ok(chosen.gain > 2 * chosen.error && chosen.error > 0)
  assert.ok(
    chosen.gain >= Math.max(...tried.map(({ gain, error }) => (gain > 2 * error ? gain : 0))),
  )
  // A tenth of the sessions, of eight steps each.
  assert.deepEqual([steps, events], [1200, 1350 * 9])
  assert.match(
    text(),
    /settings +\d+ positions, .*\n +chosen from \d+ in .* 12,150 events.* 1,200 later/,
  )
})

test('the same history gives the same search', () => {
  const train = chains({ sessions: 800 })
  const [one, other] = [evaluate(train), evaluate(train)].map(({ settings }) => settings)
  assert.ok(one.search.tried.length > 1)
  assert.deepEqual(
    { ...one, search: { ...one.search, seconds: 0 } },
    { ...other, search: { ...other.search, seconds: 0 } },
  )
})

test('with too few steps to choose by, the defaults stay, and it says so', () => {
  const { settings, text } = evaluate(chains({ sessions: 600 }))
  assert.deepEqual(settings, {
    ...defaultModel,
    search: {
      unknown: 'that takes at least 500 steps in the last tenth of the sessions, and there are 480',
    },
  })
  assert.match(text(), /settings +the defaults, .*\n +not chosen: that takes at least 500 steps/)
})

test('a build chooses as well, on sessions before those that its quality is measured on', () => {
  const lines = chains({ sessions: 1500 }).flatMap((session, s) =>
    session.split(' ').map((item) => `s${s},${item}`),
  )
  const shop = new Shop({
    'events.csv': ['session,item_id', ...lines],
    'etalage.config.js': { history: 'events.csv' },
  })
  const { settings, seconds, quality } = shop.json('build')
  assert.ok(settings.pairDecay < pairDecay, JSON.stringify(settings))
  // 5 % of 1500 sessions are held out, a tenth of the others is chosen by.
  assert.equal(quality.heldOut.sessions, 75)
  assert.ok(settings.search.events < (1425 - 142) * 9 && settings.search.steps <= 143 * 8)
  assert.ok(seconds.choose >= settings.search.seconds)
  assert.match(
    shop.run('inspect', 'shop.pack').stdout,
    /vectors at \d\.\d\d, pairs falling to 0\.(15|[35]0)/,
  )
  assert.match(shop.run('build').stdout, /settings +\d+ positions.*\n.*chosen from/)
})

function historyOf(sessions, length = () => 5) {
  const offsets = [0]
  const items = []
  for (let s = 0; s < sessions; ++s) {
    for (let i = 0; i < length(s); ++i) items.push(s)
    offsets.push(items.length)
  }
  return {
    items: Uint32Array.from(items),
    offsets: Uint32Array.from(offsets),
    customers: Uint32Array.from({ length: sessions }, (_, s) => s),
    days: Int32Array.from({ length: sessions }, (_, s) => s),
  }
}

test('the last tenth of the sessions is chosen by, and none of them is trained on', () => {
  const { history, cases } = planTuning(historyOf(2000))
  assert.deepEqual([history.customers.length, history.items.length], [1800, 9000])
  assert.deepEqual([...history.offsets.slice(0, 3), history.offsets.at(-1)], [0, 5, 10, 9000])
  assert.equal(cases.offsets.length - 1, 200 * 4)
  assert.equal(Math.min(...cases.items), 1800)
})

test('of a large history only the newest 300,000 events and 8,000 steps count', () => {
  const { history, cases } = planTuning(historyOf(200_000))
  assert.deepEqual([history.items.length, history.offsets[0]], [270_000, 0])
  assert.equal(history.customers[0], 140_000)
  assert.deepEqual([history.items[0], history.days[0]], [140_000, 140_000])
  assert.equal(cases.offsets.length - 1, 8_000)
  assert.ok(Math.min(...cases.items) >= 194_000)
})

test('no history, and sessions of nothing, leave nothing to choose by', () => {
  for (const history of [
    undefined,
    historyOf(0),
    historyOf(9000, () => 1),
    historyOf(3, () => 400_000),
  ]) {
    assert.match(planTuning(history).unknown, /there is no history|at least 500 steps/)
  }
})

function trials(cases, ...gains) {
  const random = randomly(3)
  const worth = Float32Array.from({ length: cases }, random)
  const settings = (vectors) => ({ ...defaultModel, vectors })
  return [
    { settings: settings(1), worth },
    ...gains.map((gain, i) => ({ settings: settings(i + 2), worth: worth.map(gain) })),
  ]
}

test('what differs by chance alone leaves the defaults; what is surely better replaces them', () => {
  let replaced = 0
  for (let seed = 1; seed <= 200; ++seed) {
    const random = randomly(seed * 7919)
    replaced += chooseSettings(trials(500, (it) => it + random() - 0.5)).chosen
  }
  assert.ok(replaced <= 12, `${replaced} of 200 by chance`)
  const random = randomly(1)
  const noise = (mean) => (it) => it + mean + random() - 0.5
  assert.equal(chooseSettings(trials(500, noise(-0.1), noise(0.1), noise(0.2))).chosen, 3)
  assert.equal(
    chooseSettings(
      trials(
        500,
        (it) => it,
        (it) => it,
      ),
    ).chosen,
    0,
  )
  assert.equal(chooseSettings(trials(500, (it) => it - 0.1)).chosen, 0)
  assert.equal(
    chooseSettings(
      trials(
        500,
        (it) => it + 0.1,
        (it) => it + 0.1,
      ),
    ).chosen,
    1,
  )
})
