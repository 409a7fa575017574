// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What becomes of a report: counted once, or refused and nothing changed.
import assert from 'node:assert/strict'
import test from 'node:test'
import { measures } from './support/description.mjs'
import { eachStore } from './support/eachStore.mjs'
import { epochAt, newId, report } from './support/reports.mjs'
import { noon, startCollector } from './support/startCollector.mjs'
import { countsOf, stateOf } from './support/stateOf.mjs'

const { lifecycle, hesitating, gaps, package: funnel, 'spring-2026': campaign } = measures
const week = epochAt(lifecycle, noon)
const today = epochAt(hesitating, noon)
const day = 86_400_000

eachStore((database) => {
  test('a report adds one to its epoch and to each bucket that it supports', async (t) => {
    const collector = await startCollector(t, { store: await database() })
    const { send } = collector
    const answers = [
      await send(report(lifecycle, week, [2])),
      await send(report(lifecycle, week, [2])),
      await send(report(lifecycle, week, [3])),
      await send(report(lifecycle, week - 1, [2])),
      await send(report(gaps, week, [0, 7, 8, 39])),
      await send(report(gaps, week, [7])),
      await send(report(gaps, week, [])),
    ]
    assert.deepEqual(answers, Array(7).fill(204))
    assert.deepEqual(await countsOf(collector, lifecycle, week), {
      reports: 3,
      counts: { 2: 2, 3: 1 },
    })
    assert.deepEqual(await countsOf(collector, lifecycle, week - 1), {
      reports: 1,
      counts: { 2: 1 },
    })
    assert.deepEqual(await countsOf(collector, gaps, week), {
      reports: 3,
      counts: { 0: 1, 7: 2, 8: 1, 39: 1 },
    })
  })

  test('a report that is sent again is refused and changes nothing, also to a collector that was started anew', async (t) => {
    const store = await database()
    const text = report(lifecycle, week, [1])
    const first = await startCollector(t, { store })
    assert.equal(await first.send(text), 204)
    const before = await stateOf(first)
    const refused = await first.post(text)
    assert.equal(refused.status, 409)
    assert.equal((await refused.json()).error.code, 'already-counted')
    assert.equal(await first.send(report(lifecycle, week, [3], JSON.parse(text).id)), 409)
    const second = await startCollector(t, { store })
    assert.equal(await second.send(text), 409)
    assert.deepEqual(await stateOf(second), before)
  })

  test('an id counts once in its series and epoch, and in others as another one', async (t) => {
    const { send } = await startCollector(t, { store: await database() })
    const id = newId()
    assert.equal(await send(report(lifecycle, week, [1], id)), 204)
    assert.equal(await send(report(lifecycle, week - 1, [1], id)), 204)
    assert.equal(await send(report(funnel, week, [1], id)), 204)
    assert.equal(await send(report(funnel, week, [1], id)), 409)
  })

  test('the same report many times at once is counted once', async (t) => {
    const collector = await startCollector(t, { store: await database() })
    const text = report(lifecycle, week, [1])
    const answers = await Promise.all(Array.from({ length: 50 }, () => collector.send(text)))
    assert.deepEqual(answers.sort(), [204, ...Array(49).fill(409)])
    assert.equal((await countsOf(collector, lifecycle, week)).reports, 1)
  })

  test('reports of other epochs than the present and the one before it are refused and change nothing', async (t) => {
    const collector = await startCollector(t, { store: await database() })
    const { post } = collector
    const before = await stateOf(collector)
    for (const [epoch, status, code] of [
      [today + 1, 422, 'epoch-not-begun'],
      [9_999_999_999, 422, 'epoch-not-begun'],
      [today - 2, 410, 'epoch-over'],
      [0, 410, 'epoch-over'],
    ]) {
      const response = await post(report(hesitating, epoch, [0]))
      assert.equal(response.status, status, epoch)
      assert.equal((await response.json()).error.code, code)
    }
    assert.deepEqual(await stateOf(collector), before)
    assert.equal(await collector.send(report(hesitating, today, [0])), 204)
    assert.equal(await collector.send(report(hesitating, today - 1, [0])), 204)
  })

  test('a measure with bounds takes the reports of the epochs that lie at least partly within them', async (t) => {
    const collector = await startCollector(t, { store: await database() })
    const { clock, send } = collector
    const at = async (time, epoch) => {
      clock.now = time
      return send(report(campaign, epoch, [0]))
    }
    const first = epochAt(campaign, campaign.from)
    const last = epochAt(campaign, campaign.to - 1)
    assert.equal(await at(campaign.from - 7 * day, first - 1), 422)
    assert.equal(await at(campaign.from, first - 1), 422)
    assert.equal(await at(campaign.from, first), 204)
    assert.equal(await at(campaign.to, last), 204)
    const before = await stateOf(collector)
    assert.equal(await at(campaign.to + 7 * day, last + 1), 410)
    assert.equal(await at(campaign.to + 14 * day, last), 410)
    assert.deepEqual(await stateOf(collector), before)
  })

  test('what is not exactly the text of a report is refused and changes nothing', async (t) => {
    const collector = await startCollector(t, { store: await database() })
    const good = report(lifecycle, week, [1])
    const before = await stateOf(collector)
    const { id, series, epoch, answer } = JSON.parse(good)
    const malformed = {
      'nothing at all': '',
      'no JSON': 'report',
      'another version': good.replace('"report":1', '"report":2'),
      'a line more': `${good}\n`,
      'a space more': good.replace(',', ', '),
      'a key more': good.replace('}', ',"shopper":"x"}'),
      'keys in another order': JSON.stringify({ report: 1, series, id, epoch, answer }),
      'a key twice': good.replace('"epoch"', `"id":"${id}","epoch"`),
      'a short id': good.replace(id, id.slice(1)),
      'an id in capitals': good.replace(id, `${id.slice(1)}A`),
      'a number for an epoch': good.replace(`"${epoch}"`, Number(epoch)),
      'a short epoch': good.replace(epoch, epoch.slice(1)),
      'a long answer': good.replace(answer, `${answer}00`),
      'two reports': good + good,
      'a list': `[${good}]`,
      'letters beyond ASCII': good.replace(id, `é${id.slice(1)}`),
      zeros: Buffer.alloc(good.length),
    }
    for (const [what, text] of Object.entries(malformed)) {
      const response = await collector.post(text)
      assert.equal(response.status, 400, what)
      assert.equal((await response.json()).error.code, 'malformed', what)
    }
    assert.deepEqual(await stateOf(collector), before)
    assert.equal(await collector.send(good), 204)
  })

  test('an answer that its measure cannot give is refused and changes nothing', async (t) => {
    const collector = await startCollector(t, { store: await database() })
    const before = await stateOf(collector)
    for (const text of [
      report(lifecycle, week, []),
      report(lifecycle, week, [0, 1]),
      report(lifecycle, week, [4]),
      report(lifecycle, week, [255]),
      report(gaps, week, [40]),
      report(gaps, week, [0, 1, 255]),
      report(funnel, week, [10]),
    ]) {
      assert.equal(await collector.send(text), 400, text)
    }
    assert.deepEqual(await stateOf(collector), before)
    assert.equal(await collector.send(report(funnel, week, [9])), 204)
  })

  test('a series that the pack does not have is refused and changes nothing', async (t) => {
    const collector = await startCollector(t, { store: await database() })
    const before = await stateOf(collector)
    const response = await collector.post(report({ series: '0123456789abcdef' }, week, [0]))
    assert.equal(response.status, 404)
    assert.equal((await response.json()).error.code, 'unknown-series')
    assert.deepEqual(await stateOf(collector), before)
  })
})

test('where a report cannot be stored it is said that it was not, and the next one is counted', async (t) => {
  const failing = {
    declare: async () => {},
    close: async () => {},
    end: async () => {},
    listSeries: async () => [],
    count: async (reports) => {
      if (failing.isFull) throw new Error('disk full')
      return reports.map(() => 'counted')
    },
    isFull: true,
  }
  const { post, send, errors } = await startCollector(t, { store: failing })
  const response = await post(report(lifecycle, week, [0]))
  assert.equal(response.status, 503)
  assert.equal((await response.json()).error.code, 'not-durable')
  assert.deepEqual(errors.map(String), ['Error: disk full'])
  failing.isFull = false
  assert.equal(await send(report(lifecycle, week, [0])), 204)
})

test('what arrives while a batch is being stored is stored together, and answered when it is', async (t) => {
  const batches = []
  const store = {
    declare: async () => {},
    close: async () => {},
    end: async () => {},
    listSeries: async () => [],
    count(reports) {
      return new Promise((resolve) => {
        batches.push({ reports, commit: () => resolve(reports.map(() => 'counted')) })
        onBatch()
      })
    },
  }
  let onBatch
  const nextBatch = () => new Promise((resolve) => (onBatch = resolve))
  const { collector } = await startCollector(t, { store })
  const { intake } = collector
  let begun = nextBatch()
  const first = intake.take(report(lifecycle, week, [0]))
  await begun
  let answered = 0
  const later = Array.from({ length: 5 }, () =>
    intake.take(report(lifecycle, week, [0])).then(() => ++answered),
  )
  begun = nextBatch()
  batches[0].commit()
  assert.equal(await first, 'counted')
  await begun
  assert.equal(batches[1].reports.length, 5)
  assert.equal(answered, 0)
  batches[1].commit()
  await Promise.all(later)
})
