// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The two Fetch-API handlers, in a server of the shop's own.
import assert from 'node:assert/strict'
import { mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import test from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { createCollector } from '@etalage/collector'
import { description, measure, measures } from './support/description.mjs'
import { epochAt, report } from './support/reports.mjs'
import { testModule } from './support/testModule.mjs'

const { lifecycle } = measures

async function makeCollector(t, options = {}) {
  const folder = mkdtempSync(`${tmpdir()}/etalage-handlers-`)
  const pack = `${folder}/shop.pack`
  writeFileSync(pack, JSON.stringify(description))
  const errors = []
  const onError = (error) => errors.push(error)
  const module = await testModule()
  const collector = createCollector({
    store: `${folder}/reports.sqlite`,
    pack,
    onError,
    module,
    ...options,
  })
  t.after(async () => {
    await collector.close()
    rmSync(folder, { recursive: true })
  })
  const post = (body) =>
    collector.reports(
      new Request('https://shop.example/etalage/reports?x=1', { method: 'POST', body }),
    )
  const get = (path) => collector.dashboard(new Request(`http://localhost/etalage/${path}`))
  return { ...collector, folder, pack, errors, post, get }
}

const present = ({ days }) => epochAt({ days }, Date.now())

test('reports go in at any path, and estimates come out beside the page', async (t) => {
  const { post, get, reports } = await makeCollector(t)
  const text = report(lifecycle, present(lifecycle), [0])
  assert.equal((await post(text)).status, 204)
  const again = await post(text)
  assert.equal(again.status, 409)
  assert.equal(again.headers.get('access-control-allow-origin'), '*')
  assert.equal((await post('x'.repeat(5_000))).status, 413)
  const { total } = await (await get('estimates?measure=lifecycle')).json()
  assert.equal(total.reports, 1)
  assert.match((await get('')).headers.get('content-type'), /html/)
  assert.equal((await get('measures')).status, 200)
  const health = await reports(new Request('https://shop.example/etalage/healthz'))
  assert.deepEqual(await health.json(), { status: 'ok' })
})

test('a body that never ends is read no further than a report is long', async (t) => {
  const { reports } = await makeCollector(t)
  let pulled = 0
  let cancelled = false
  const body = new ReadableStream({
    pull(controller) {
      ++pulled
      controller.enqueue(new Uint8Array(500))
    },
    cancel: () => (cancelled = true),
  })
  const request = new Request('https://shop.example/', { method: 'POST', body, duplex: 'half' })
  assert.equal((await reports(request)).status, 413)
  assert.ok(pulled < 10)
  assert.ok(cancelled)
})

test('an address that the server knows is limited', async (t) => {
  const { reports } = await makeCollector(t)
  const send = async (address) => {
    const request = new Request('https://shop.example/', { method: 'POST', body: 'x' })
    return (await reports(request, address)).status
  }
  let limited
  for (let i = 0; i < 1_000 && !limited; ++i) limited = (await send('192.0.2.1')) === 429
  assert.ok(limited)
  assert.equal(await send('192.0.2.2'), 400)
  assert.equal(await send(undefined), 400)
})

test('without a token the dashboard is for this machine alone', async (t) => {
  const { dashboard } = await makeCollector(t)
  assert.equal((await dashboard(new Request('https://shop.example/etalage/'))).status, 403)
})

test('a pack that cannot be read is said to be so, and read when it can be', async (t) => {
  const collector = await makeCollector(t)
  const { pack, post, errors, get } = collector
  renameSync(pack, `${pack}.later`)
  assert.equal((await post(report(lifecycle, present(lifecycle), [0]))).status, 503)
  assert.equal((await get('measures')).status, 503)
  assert.match(String(errors[0]), /ENOENT/)
  renameSync(`${pack}.later`, pack)
  assert.equal((await post(report(lifecycle, present(lifecycle), [0]))).status, 204)
})

test('a pack that changes is read again: its measures are counted, and those that it no longer has are not', async (t) => {
  const { pack, post, get, errors } = await makeCollector(t)
  const added = measure('added', { rows: ['no', 'yes'] })
  const old = () => post(report(lifecycle, present(lifecycle), [0]))
  assert.equal((await old()).status, 204)
  assert.equal((await post(report(added, present(added), [0]))).status, 404)
  writeFileSync(pack, 'half of a pa')
  const untilItFails = async () => {
    while (errors.length === 0) await wait(50)
  }
  await untilItFails()
  assert.equal((await old()).status, 204, 'a pack that is broken leaves the one before it')
  writeFileSync(`${pack}.new`, JSON.stringify({ ...description, measures: [added] }))
  utimesSync(`${pack}.new`, new Date(), new Date(Date.now() + 5_000))
  renameSync(`${pack}.new`, pack)
  while ((await post(report(added, present(added), [0]))).status !== 204) await wait(50)
  assert.equal((await old()).status, 404)
  const { measures: known } = await (await get('measures')).json()
  assert.deepEqual([known[0].name, known[0].current], ['added', true])
  assert.equal(known.find(({ name }) => name === 'lifecycle').reports, 2)
})

test('a store of the shop itself does what a database would', async (t) => {
  const seen = []
  const store = {
    declare: async (definitions) => void seen.push(definitions.length),
    count: async (reports) => reports.map(() => 'counted'),
    close: async () => {},
    listSeries: async () => [],
    readCounts: async () => [],
    check: async () => {},
    end: async () => void seen.push('ended'),
  }
  const { post, close } = await makeCollector(t, { store })
  assert.equal((await post(report(lifecycle, present(lifecycle), [0]))).status, 204)
  await close()
  assert.deepEqual(seen, [description.measures.length, 'ended'])
})
