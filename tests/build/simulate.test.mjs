// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Shoppers of known truth: what their reports tell is the truth as often as it says, with and without a collector.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { after, test } from 'node:test'
import { retail } from '../../js/build/dist/index.js'
import { simulate } from '../../js/build/dist/simulate/simulate.js'
import { Shop } from './shop.mjs'

const until = Date.UTC(2026, 2, 19, 12)
const shop = new Shop({
  'etalage.config.js': {
    extends: [retail({ categories: ['tools', 'garden'] })],
    catalogue: 'products.csv',
    facts: { skill: { choices: ['beginner', 'pro'] } },
    slots: { home: { strategy: 'for-you' }, popular: { strategy: 'bestsellers' } },
    measures: { skill: { of: 'stated.skill', by: 'segment.engaged' } },
    experiments: { home: { slot: 'home', holdout: 0.4 } },
    privacy: { budget: { week: 9, lifetime: 90 } },
  },
  'products.csv': [
    'id,title,category,price',
    ...Array.from({ length: 30 }, (_, i) => `P${i},Thing ${i},${i % 3 ? 'tools' : 'garden'},${i}`),
  ],
})
shop.json('build')
const pack = readFileSync(shop.path('shop.pack'))
const run = (more) =>
  simulate({ pack, shoppers: 1500, seed: 1, weeks: 2, until, ...more }, () => {})
const names = [
  'funnel',
  'lifecycle',
  'engagement-level',
  'service',
  'personalise',
  'zero-results',
  'out-of-stock',
  'skill',
  'home',
]

/** A collector that keeps what it was sent, and answers each request as `answer` says. */
async function collector(answer) {
  const seen = []
  const server = createServer((request, response) => {
    const chunks = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      const { method, url, headers } = request
      const one = { method, url, headers, body: Buffer.concat(chunks).toString() }
      seen.push(one)
      const { status, json, headers: more } = answer(one, seen.length)
      response.writeHead(status, more).end(json && JSON.stringify(json))
    })
  }).listen(0, '127.0.0.1')
  after(() => server.close())
  await once(server, 'listening')
  return { seen, address: `http://127.0.0.1:${server.address().port}` }
}
const estimates = (reports) => ({
  status: 200,
  json: { total: { reports, enough: false, estimates: null }, uplift: null },
})

test('the truth of every answer stands beside its estimate, whose interval mostly holds it', async () => {
  const { measures, covered, reports } = await run()
  assert.deepEqual(
    measures.map(({ name }) => name),
    names,
  )
  assert.equal(reports.counted, reports.made)
  assert.ok(reports.made > 1500, `${reports.made} reports`)
  for (const { name, enough, answers } of measures) {
    if (!enough) continue
    const sum = answers.reduce((all, { truth }) => all + truth, 0)
    assert.ok(Math.abs(sum - 1) < 1e-9, `${name}: truths add up to ${sum}`)
  }
  assert.ok(measures.filter(({ enough }) => enough).length >= 6)
  const answers = measures.flatMap((measure) => measure.answers)
  assert.ok(answers.length > 25)
  assert.ok(covered > 0.85, `${covered} of ${answers.length}`)
})

test('those who are shown what suits them buy more often: there is an uplift to find', async () => {
  const { measures } = await run({ shoppers: 12_000 })
  const { uplift, answers } = measures.find(({ name }) => name === 'home')
  assert.ok(uplift.truth > 0, `${uplift.truth}`)
  assert.ok(uplift.low < uplift.truth && uplift.truth < uplift.high)
  const arms = new Set(answers.map(({ by }) => by))
  assert.deepEqual([...arms], ['shown', 'held-out'])
  const share = (arm) =>
    answers.filter(({ by }) => by === arm).reduce((sum, { truth }) => sum + truth, 0)
  assert.ok(Math.abs(share('held-out') - 0.4) < 0.04, 'as many are held out as the shop asks')
})

test('a seed is repeated, and another gives other reports', async () => {
  const few = { shoppers: 300 }
  const [first, second, other] = [await run(few), await run(few), await run({ ...few, seed: 2 })]
  assert.deepEqual(second, first)
  assert.notDeepEqual(other.measures, first.measures)
})

test('every report goes alone to the collector, in a request that tells nothing else', async () => {
  const { seen, address } = await collector(({ method }) =>
    method === 'POST' ? { status: 204 } : estimates(7),
  )
  const { reports, measures } = await run({ shoppers: 60, collector: `${address}/reports` })
  const posts = seen.filter(({ method }) => method === 'POST')
  assert.equal(posts.length, reports.made)
  assert.equal(reports.counted, reports.made)
  for (const { url, headers, body } of posts) {
    assert.deepEqual(
      [url, headers['content-type'], body.length],
      ['/reports', 'text/plain;charset=UTF-8', posts[0].body.length],
    )
    assert.deepEqual(Object.keys(JSON.parse(body)), ['report', 'id', 'series', 'epoch', 'answer'])
    assert.equal(headers.cookie, undefined)
  }
  assert.equal(new Set(posts.map(({ body }) => JSON.parse(body).id)).size, posts.length)
  const asked = seen.filter(({ method }) => method === 'GET').map(({ url }) => url)
  assert.deepEqual(
    asked,
    names.map((name) => `/estimates?measure=${name}`),
  )
  assert.deepEqual(
    measures.map((measure) => [measure.reports, measure.enough]),
    names.map(() => [7, false]),
  )
})

test('a collector that has too much to do is asked again, and one whose clock is elsewhere counts nothing', async () => {
  const busy = await collector(({ method }, number) => {
    if (method === 'GET') return estimates(0)
    return number % 3 ? { status: 410 } : { status: 503, headers: { 'Retry-After': '0' } }
  })
  const { reports } = await run({ shoppers: 3, collector: busy.address })
  assert.ok(reports.made > 0)
  assert.deepEqual([reports.counted, reports.late], [0, reports.made])
})

test('a collector of another pack, or none, is an error that says so', async () => {
  const other = await collector(() => ({
    status: 404,
    json: { error: { code: 'series-unknown' } },
  }))
  await assert.rejects(run({ shoppers: 30, collector: other.address }), (error) => {
    assert.equal(error.problem.code, 'collector-refused')
    assert.match(error.problem.what, /answers 404: .*series-unknown/)
    return true
  })
  await assert.rejects(run({ shoppers: 30, collector: 'http://127.0.0.1:9' }), (error) => {
    assert.equal(error.problem.code, 'collector-unreachable')
    return true
  })
})

test('the command line prints both, and says what was called wrongly', () => {
  const args = [
    'simulate',
    '--pack',
    'shop.pack',
    '--shoppers',
    '400',
    '--until',
    '2026-03-19T12:00Z',
  ]
  const { code, stdout, stderr } = shop.run(...args)
  assert.equal(code, 0, stderr)
  assert.match(stdout, /^400 simulated shoppers, 2 weeks up to 2026-03-19 12:00 UTC, seed 1\.$/m)
  assert.match(stdout, /^funnel \(ε 1\.10, [\d,]+ reports\) +truth +estimate +from +to +held$/m)
  assert.match(stdout, /^ {2}bought +[\d.]+ %( +-?[\d.]+ %){3} +(yes|no)$/m)
  assert.equal(shop.json(...args).until, '2026-03-19T12:00:00.000Z')
  for (const wrong of [
    ['simulate', '--pack', 'shop.pack'],
    ['simulate', '--shoppers', '5'],
    [...args.slice(0, 4), '0'],
    [...args.slice(0, 5), '--until', 'soon'],
    [...args.slice(0, 5), '--collector', 'here'],
  ]) {
    assert.equal(shop.run(...wrong).code, 2, wrong.join(' '))
  }
  shop.write('broken.pack', 'no pack')
  const refused = shop.refused('simulate', '--pack', 'broken.pack', '--shoppers', '5')
  assert.equal(refused.file, 'broken.pack')
})
