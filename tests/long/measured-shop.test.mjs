// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The demo's shop, its collector, and 20,000 shoppers of known truth: what the dashboard says holds the truth as often as it
// promises, and what left the shoppers is reports.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { buildShop, collectorFiles } from '../../demo/build-shop.mjs'
import { startCollector } from '../../demo/collector.mjs'
import { simulate } from '../../js/build/dist/simulate/simulate.js'

const shoppers = 20_000
const form =
  /^\{"report":1,"id":"[0-9a-f]{32}","series":"[0-9a-f]{16}","epoch":"\d{10}","answer":"[0-9a-f]{64}"\}$/

/** Hands everything on to an address, and keeps what was sent. */
async function capture(address) {
  const sent = []
  const server = createServer((request, response) => {
    const chunks = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      const { method, url, headers } = request
      const body = Buffer.concat(chunks)
      sent.push({ method, url, headers, body: body.toString() })
      const onward = httpRequest(new URL(url, address), { method, headers }, (answer) => {
        response.writeHead(answer.statusCode, answer.headers)
        answer.pipe(response)
      })
      onward.end(body)
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  after(() => server.close())
  return { sent, url: `http://127.0.0.1:${server.address().port}` }
}

test('the dashboard of 20,000 shoppers holds the truth as often as it says, and only reports were sent', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'measured-shop-'))
  after(() => rmSync(folder, { recursive: true }))
  const site = await buildShop({ out: join(folder, 'site') })
  const { pack, history } = collectorFiles('klaver-en-kwast', site)
  const collector = await startCollector({ pack, history, db: join(folder, 'reports.sqlite') })
  after(() => collector.close())
  const { sent, url } = await capture(collector.url)
  const { reports, measures, covered } = await simulate(
    { pack: readFileSync(pack), shoppers, seed: 1, weeks: 2, until: Date.now(), collector: url },
    () => {},
  )
  const answers = measures.flatMap((measure) => measure.answers)
  t.diagnostic(
    `${reports.counted} reports counted, ${reports.late} late; ${answers.length} answers, truth held in ${covered}`,
  )
  assert.ok(measures.every(({ enough }) => enough))
  // Of so many answers 95 % hold, give or take three standard deviations.
  assert.ok(covered > 0.95 - 3 * Math.sqrt((0.95 * 0.05) / answers.length), `${covered}`)
  const posts = sent.filter(({ method }) => method === 'POST')
  assert.equal(posts.length, reports.made)
  for (const { url: path, headers, body } of posts) {
    assert.equal(path, '/reports')
    assert.match(body, form)
    assert.equal(headers.cookie ?? headers.authorization ?? headers.referer, undefined)
  }
  for (const { method, url: path } of sent) {
    assert.ok(method === 'POST' || path.startsWith('/estimates?measure='), `${method} ${path}`)
  }
  const page = await (await fetch(collector.url)).text()
  for (const { name } of measures) assert.ok(page.includes(`measure=${name}`), name)
})
