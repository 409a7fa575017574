// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What the shop reads: estimates with their intervals, by epoch and together; uplift; what there is.
import assert from 'node:assert/strict'
import test from 'node:test'
import { count } from './support/count.mjs'
import { description, earlier, measure, measures } from './support/description.mjs'
import { eachStore } from './support/eachStore.mjs'
import { epochAt, report } from './support/reports.mjs'
import { noon, startCollector } from './support/startCollector.mjs'

const { lifecycle, hesitating, gaps, package: funnel, 'spring-2026': campaign } = measures
const week = epochAt(lifecycle, noon)
const day = 86_400_000
const close = (found, expected, what) =>
  assert.ok(Math.abs(found - expected) < 1e-5, `${what}: ${found} instead of ${expected}`)

eachStore((database) => {
  test('an estimate is unbiased, has its interval, and stands beside its ε and who could answer', async (t) => {
    const collector = await startCollector(t, { store: await database() })
    await count(collector, lifecycle, week, [400, 100, 150, 350])
    const found = await collector.json('/estimates?measure=lifecycle')
    assert.deepEqual(found.measure, lifecycle)
    assert.deepEqual([found.answeredBy, found.floor], ['measure', 200])
    assert.deepEqual([found.from, found.to], ['2026-03-05', '2026-03-11'])
    const [epoch, ...others] = found.epochs
    assert.deepEqual(others, [])
    assert.deepEqual(
      [epoch.epoch, epoch.from, epoch.to, epoch.open, epoch.reports, epoch.enough],
      [week, '2026-03-05', '2026-03-11', true, 1000, true],
    )
    const { p, q } = lifecycle
    ;[400, 100, 150, 350].forEach((supporting, bucket) => {
      const estimate = (supporting - 1000 * q) / (p - q)
      const { count, share, se, low, high, display } = epoch.estimates[bucket]
      close(count, estimate, 'count')
      close(share, estimate / 1000, 'share')
      assert.ok(se > 0 && low < share && share < high && display >= 0)
    })
    close(found.perReport, 1 / (p - q), 'perReport')
    assert.deepEqual(found.total, { reports: 1000, enough: true, estimates: epoch.estimates })
    assert.deepEqual([found.uplift, found.clicks, found.against], [null, null, null])
    assert.equal((await collector.json('/estimates?measure=hesitating')).answeredBy, 'both')
  })

  test('epochs stand one by one and together; those of a range are the ones that it touches', async (t) => {
    const collector = await startCollector(t, { store: await database() })
    await count(collector, lifecycle, week - 3, [300, 0, 0, 0])
    await count(collector, lifecycle, week - 1, [0, 400, 0, 0])
    await count(collector, lifecycle, week, [0, 0, 10, 0])
    const read = async (query = '') => {
      const found = await collector.json(`/estimates?measure=lifecycle${query}`)
      const epochs = found.epochs.map(({ epoch, reports }) => [epoch - week, reports])
      return [epochs, found.total.reports, found.from, found.to]
    }
    const all = [
      [-3, 300],
      [-2, 0],
      [-1, 400],
      [0, 10],
    ]
    assert.deepEqual(await read(), [all, 710, '2026-02-12', '2026-03-11'])
    assert.deepEqual(await read('&from=2020-01-01'), [all, 710, '2026-02-12', '2026-03-11'])
    assert.deepEqual(await read('&from=2026-03-04'), [
      all.slice(2),
      410,
      '2026-02-26',
      '2026-03-11',
    ])
    assert.deepEqual(await read('&to=2026-03-04'), [
      all.slice(0, 3),
      700,
      '2026-02-12',
      '2026-03-04',
    ])
    assert.deepEqual(await read('&from=2026-02-20&to=2026-02-20'), [
      [[-2, 0]],
      0,
      '2026-02-19',
      '2026-02-25',
    ])
    assert.deepEqual(await read('&from=2026-01-01&to=2026-01-31'), [
      [],
      0,
      '2026-01-01',
      '2026-01-31',
    ])
  })

  test('without a range it is the last twelve epochs', async (t) => {
    const collector = await startCollector(t, { store: await database() })
    for (const epoch of [week - 30, week - 12, week - 11, week]) {
      await count(collector, lifecycle, epoch, [1])
    }
    const { epochs, total } = await collector.json('/estimates?measure=lifecycle')
    assert.deepEqual([epochs.length, epochs[0].epoch, total.reports], [12, week - 11, 2])
  })

  test('below 200 reports it says that they are not enough, and gives no estimate', async (t) => {
    const collector = await startCollector(t, { store: await database() })
    const read = () => collector.json('/estimates?measure=package')
    const nothing = { reports: 0, enough: false, estimates: null }
    assert.deepEqual((await read()).total, nothing)
    await count(collector, funnel, week, [199])
    const few = await read()
    for (const part of [few.epochs[0], few.total]) {
      assert.deepEqual([part.reports, part.enough, part.estimates], [199, false, null])
    }
    assert.equal(few.uplift, null)
    await count(collector, funnel, week, [1])
    const enough = await read()
    assert.equal(enough.total.enough, true)
    assert.equal(enough.total.estimates.length, 10)
    assert.equal(enough.uplift.arms.length, 2)
  })

  test('an experiment tells its uplift; a slot also how much more was clicked, and beside the earlier campaign', async (t) => {
    const store = await database()
    const lastYear = { store, pack: earlier, now: noon - 365 * day }
    const before = await startCollector(t, lastYear)
    const [old] = earlier.measures
    await count(
      before,
      old,
      epochAt(old, old.from),
      Array.from({ length: 10 }, (_, i) => (i % 2 ? 500 : 900)),
    )
    const collector = await startCollector(t, { store })
    await count(
      collector,
      campaign,
      week,
      Array.from({ length: 10 }, (_, i) => (i % 2 ? 450 : i === 8 ? 1400 : 900)),
    )
    const found = await collector.json('/estimates?measure=spring-2026')
    assert.equal(found.uplift.ratio.expected, 0.1)
    assert.ok(found.uplift.low < found.uplift.uplift && found.uplift.uplift < found.uplift.high)
    assert.ok(found.clicks.arms[0].rate > found.uplift.arms[0].rate)
    assert.equal(found.against.name, 'spring-2025')
    assert.equal(found.against.uplift.ratio.expected, 0.2)
    close(
      found.against.comparison.difference,
      found.uplift.uplift - found.against.uplift.uplift,
      'difference',
    )
    const { measures: known } = await collector.json('/measures')
    const [last] = known.filter(({ name }) => name === 'spring-2025')
    assert.deepEqual([last.current, last.reports], [false, 7000])
    const shown = await collector.json('/estimates?measure=spring-2025')
    assert.equal(shown.total.reports, 7000)
    await count(collector, funnel, week, Array(10).fill(100))
    const { uplift, clicks, against } = await collector.json('/estimates?measure=package')
    assert.ok(uplift)
    assert.deepEqual([clicks, against], [null, null])
  })

  test('another definition is another series: the new one is shown, the old one by its series', async (t) => {
    const store = await database()
    const first = await startCollector(t, { store, now: noon - day })
    await count(first, hesitating, epochAt(hesitating, noon) - 1, [250, 0])
    const changed = {
      ...measure('hesitating', { rows: ['no', 'yes', 'perhaps'] }),
      series: 'ffffffffffffffff',
    }
    const pack = { ...description, measures: [changed] }
    const second = await startCollector(t, { store, pack })
    const [now, ...others] = (await second.json('/measures')).measures
    assert.deepEqual(
      [now.name, now.series, now.current, now.reports],
      ['hesitating', changed.series, true, 0],
    )
    assert.equal(now.firstEpoch, null)
    const old = others.find(({ series }) => series === hesitating.series)
    assert.deepEqual(
      [old.name, old.current, old.reports, old.firstEpoch, old.lastEpoch],
      ['hesitating', false, 250, epochAt(hesitating, noon) - 1, epochAt(hesitating, noon) - 1],
    )
    const byName = await second.json('/estimates?measure=hesitating')
    assert.equal(byName.measure.rows.length, 3)
    const bySeries = await second.json(`/estimates?series=${hesitating.series}`)
    assert.deepEqual([bySeries.measure.rows.length, bySeries.total.reports], [2, 250])
  })
})

test('an epoch is open while its reports are accepted, and its estimates stand already', async (t) => {
  const collector = await startCollector(t, { store: ':memory:' })
  await count(collector, lifecycle, week - 1, [250])
  await count(collector, lifecycle, week - 2, [250])
  const { epochs } = await collector.json('/estimates?measure=lifecycle')
  assert.deepEqual(
    epochs.map(({ open, enough }) => [open, enough]),
    [
      [false, true],
      [true, true],
      [true, false],
    ],
  )
})

test('an unknown measure, a wrong day and a range that ends before it begins are refused with what was expected', async (t) => {
  const { get } = await startCollector(t, { store: ':memory:' })
  for (const [query, status, code] of [
    ['', 400, 'measure-missing'],
    ['?measure=lifecicle', 404, 'unknown-measure'],
    ['?series=0000000000000000', 404, 'unknown-measure'],
    ['?measure=lifecycle&from=yesterday', 400, 'day-invalid'],
    ['?measure=lifecycle&from=2026-02-30', 400, 'day-invalid'],
    ['?measure=lifecycle&from=2026-03-02&to=2026-03-01', 400, 'range-invalid'],
  ]) {
    const response = await get(`/estimates${query}`)
    assert.equal(response.status, status, query)
    const { error } = await response.json()
    assert.equal(error.code, code, query)
    assert.match(error.message, /./)
  }
})

test('what there is comes in the order of the pack, with experiments and budget', async (t) => {
  const { json } = await startCollector(t, { store: ':memory:' })
  const { measures: known, experiments, budget } = await json('/measures')
  assert.deepEqual(
    known.map(({ name }) => name),
    description.measures.map(({ name }) => name),
  )
  assert.deepEqual(known[0], {
    name: 'lifecycle',
    label: { en: 'lifecycle', nl: 'lifecycle' },
    of: 'decision.lifecycle',
    series: lifecycle.series,
    reports: 0,
    firstEpoch: null,
    lastEpoch: null,
    current: true,
  })
  assert.deepEqual(
    { experiments, budget },
    { experiments: description.experiments, budget: description.budget },
  )
})

test('estimates come as CSV too: a line for each answer in each epoch and in all, or one that says not enough', async (t) => {
  const collector = await startCollector(t, { store: ':memory:' })
  await count(collector, lifecycle, week - 1, [250, 50])
  await count(collector, lifecycle, week, [10])
  const response = await collector.get('/estimates.csv?measure=lifecycle')
  assert.equal(response.headers.get('content-type'), 'text/csv; charset=utf-8')
  assert.equal(
    response.headers.get('content-disposition'),
    'attachment; filename="lifecycle-2026-02-26-2026-03-11.csv"',
  )
  const lines = (await response.text()).split('\r\n').map((line) => line.split(','))
  const column = (name) => lines.slice(1, -1).map((cells) => cells[lines[0].indexOf(name)])
  assert.deepEqual(column('epoch').map(String), [
    ...Array(4).fill(String(week - 1)),
    String(week),
    ...Array(4).fill('all'),
  ])
  assert.deepEqual(column('answer'), [
    'new',
    'active',
    'at-risk',
    'lost',
    '',
    'new',
    'active',
    'at-risk',
    'lost',
  ])
  assert.deepEqual([...new Set(column('reports'))], ['300', '10', '310'])
  assert.deepEqual([...new Set(column('epsilon'))], [String(Math.log(3))])
  const json = await collector.get('/estimates.json?measure=lifecycle')
  assert.match(
    json.headers.get('content-disposition'),
    /^attachment; filename="lifecycle-.*\.json"$/,
  )
  assert.deepEqual(await json.json(), await collector.json('/estimates?measure=lifecycle'))
})

test('an answer is no formula in a spreadsheet, and commas and quotes stay in their cell', async (t) => {
  const odd = measure('odd', { rows: ['=1+1', 'a,"b"'] })
  const pack = { ...description, measures: [odd] }
  const collector = await startCollector(t, { store: ':memory:', pack })
  await count(collector, odd, week, [250])
  const text = await (await collector.get('/estimates.csv?measure=odd')).text()
  assert.match(text, /,'=1\+1,/)
  assert.match(text, /,"a,""b""",/)
})

test('reports over HTTP are what estimates are made of', async (t) => {
  const collector = await startCollector(t, { store: ':memory:' })
  await Promise.all(
    Array.from({ length: 220 }, (_, i) => collector.send(report(gaps, week, [i % 40, 1]))),
  )
  const { total } = await collector.json('/estimates?measure=gaps')
  assert.deepEqual([total.reports, total.estimates.length], [220, 40])
  close(total.estimates[1].count, (220 - 220 * gaps.q) / (gaps.p - gaps.q), 'count')
})
