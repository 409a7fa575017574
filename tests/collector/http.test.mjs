// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The public side over HTTP: limits before anything is read, other origins, methods, addresses, health.
import assert from 'node:assert/strict'
import test from 'node:test'
import { measures } from './support/description.mjs'
import { rawRequest } from './support/rawRequest.mjs'
import { epochAt, report } from './support/reports.mjs'
import { noon, startCollector } from './support/startCollector.mjs'
import { stateOf } from './support/stateOf.mjs'

const { lifecycle } = measures
const week = epochAt(lifecycle, noon)
const good = () => report(lifecycle, week, [0])

const head = (...lines) =>
  ['POST /reports HTTP/1.1', 'Host: 127.0.0.1', ...lines, '', ''].join('\r\n')

test('a body that says it is too large is refused unread, and changes nothing', async (t) => {
  const collector = await startCollector(t, { store: ':memory:' })
  const before = await stateOf(collector)
  // Not a byte of it is sent: the answer does not wait for it.
  const answer = await rawRequest(collector.port, (socket) =>
    socket.write(head('Content-Length: 1000000000')),
  )
  assert.match(answer, /^HTTP\/1\.1 413 /)
  assert.match(answer, /"code":"too-large"/)
  assert.equal(await collector.send(good() + ' '.repeat(1_000)), 413)
  assert.deepEqual(await stateOf(collector), before)
})

test('a body without a length is refused as soon as it is too large, and changes nothing', async (t) => {
  const collector = await startCollector(t, { store: ':memory:' })
  const before = await stateOf(collector)
  const answer = await rawRequest(collector.port, (socket) => {
    socket.write(head('Transfer-Encoding: chunked'))
    const text = good()
    socket.write(`${text.length.toString(16)}\r\n${text}\r\n`)
    // It never ends.
    const more = () => {
      while (socket.writable && socket.write(`400\r\n${' '.repeat(0x400)}\r\n`));
    }
    socket.on('drain', more)
    more()
  })
  assert.match(answer, /^HTTP\/1\.1 413 /)
  assert.deepEqual(collector.statuses, [413])
  assert.deepEqual(await stateOf(collector), before)
  assert.deepEqual(collector.errors, [])
})

test('a report in chunks is a report', async (t) => {
  const { port } = await startCollector(t, { store: ':memory:' })
  const answer = await rawRequest(port, (socket) => {
    socket.write(head('Transfer-Encoding: chunked', 'Connection: close'))
    for (const letter of good()) socket.write(`1\r\n${letter}\r\n`)
    socket.write('0\r\n\r\n')
  })
  assert.match(answer, /^HTTP\/1\.1 204 /)
})

test('who takes too long over a request is cut off, and changes nothing', async (t) => {
  const collector = await startCollector(t, { store: ':memory:', patience: 300 })
  const before = await stateOf(collector)
  const text = good()
  const slow = (...parts) =>
    rawRequest(collector.port, (socket) => parts.forEach((part) => socket.write(part)))
  const answers = await Promise.all([
    slow(head(`Content-Length: ${text.length}`), text.slice(0, -1)),
    slow(head('Transfer-Encoding: chunked'), '1\r\n{\r\n'),
    slow('POST /reports HTTP/1.1\r\nHost: '),
  ])
  for (const answer of answers) assert.doesNotMatch(answer, / 204 /)
  assert.deepEqual(await stateOf(collector), before)
  assert.equal(await collector.send(good()), 204)
})

test('who goes away in the middle changes nothing', async (t) => {
  const collector = await startCollector(t, { store: ':memory:' })
  const before = await stateOf(collector)
  const text = good()
  await rawRequest(collector.port, (socket) => {
    socket.write(head(`Content-Length: ${text.length}`) + text.slice(0, -1), () => socket.destroy())
  })
  assert.deepEqual(await stateOf(collector), before)
  assert.equal(await collector.send(text), 204)
  assert.deepEqual(collector.errors, [])
})

test('a page of any origin may send a report, and is told so when it asks first', async (t) => {
  const { post, get } = await startCollector(t, { store: ':memory:' })
  const headers = { origin: 'https://shop.example' }
  for (const text of [good(), 'malformed']) {
    const response = await post(text, { headers })
    assert.equal(response.headers.get('access-control-allow-origin'), '*')
    assert.equal(response.headers.get('access-control-allow-credentials'), null)
    assert.equal(response.headers.get('set-cookie'), null)
  }
  const preflight = await get('/reports', {
    method: 'OPTIONS',
    headers: { ...headers, 'access-control-request-method': 'POST' },
  })
  assert.equal(preflight.status, 204)
  assert.equal(preflight.headers.get('access-control-allow-origin'), '*')
  assert.equal(preflight.headers.get('access-control-allow-methods'), 'POST')
  assert.equal(preflight.headers.get('access-control-allow-headers'), 'content-type')
})

test('no page of another origin may read what the shop reads', async (t) => {
  const { get } = await startCollector(t, { store: ':memory:' })
  for (const path of [
    '/',
    '/measures',
    '/estimates?measure=lifecycle',
    '/estimates.csv?measure=lifecycle',
  ]) {
    const response = await get(path, { headers: { origin: 'https://shop.example' } })
    assert.equal(response.status, 200)
    assert.equal(response.headers.get('access-control-allow-origin'), null, path)
  }
})

test('another method or another address is refused, and changes nothing', async (t) => {
  const collector = await startCollector(t, { store: ':memory:' })
  const before = await stateOf(collector)
  for (const [method, path, status, allowed] of [
    ['GET', '/reports', 405, 'POST, OPTIONS'],
    ['PUT', '/reports', 405, 'POST, OPTIONS'],
    ['DELETE', '/measures', 405, 'GET, HEAD'],
    ['POST', '/', 405, 'GET, HEAD'],
    ['POST', '/healthz', 405, 'GET, HEAD'],
    ['GET', '/reports/x', 404, null],
    ['GET', '/favicon.ico', 404, null],
  ]) {
    const body = method === 'GET' ? undefined : good()
    const response = await collector.get(path, { method, body })
    assert.equal(response.status, status, `${method} ${path}`)
    assert.equal(response.headers.get('allow'), allowed, `${method} ${path}`)
    assert.match((await response.json()).error.message, /./)
  }
  assert.deepEqual(await stateOf(collector), before)
})

test('what follows the question mark plays no part', async (t) => {
  const { get } = await startCollector(t, { store: ':memory:' })
  const response = await get('/reports?token=x&measure=y', { method: 'POST', body: good() })
  assert.equal(response.status, 204)
})

test('an address is limited when it sends too much, and nobody else with it', async (t) => {
  const collector = await startCollector(t, { store: ':memory:', trustProxy: true })
  const from = (address) => collector.send('x', { headers: { 'x-forwarded-for': address } })
  const flood = await Promise.all(Array.from({ length: 640 }, () => from('198.51.100.7')))
  assert.ok(flood.filter((status) => status === 429).length > 0)
  assert.ok(flood.filter((status) => status === 400).length >= 600)
  const before = await stateOf(collector)
  const response = await collector.post(good(), { headers: { 'x-forwarded-for': '198.51.100.7' } })
  assert.equal(response.status, 429)
  assert.equal((await response.json()).error.code, 'too-many')
  assert.deepEqual(await stateOf(collector), before)
  // What the sender itself wrote before the proxy's word does not count.
  assert.equal(await from('203.0.113.1, 198.51.100.7'), 429)
  assert.equal(await from('198.51.100.8'), 400)
})

test('without a proxy that is trusted nobody says where they are from', async (t) => {
  const collector = await startCollector(t, { store: ':memory:' })
  const from = (address) => collector.send('x', { headers: { 'x-forwarded-for': address } })
  const flood = await Promise.all(Array.from({ length: 640 }, () => from('198.51.100.7')))
  assert.deepEqual(new Set(flood), new Set([400])) // this machine itself, which is not limited
})

test('it says that it is well, and that it is not when its store does not answer', async (t) => {
  const { get, collector } = await startCollector(t, { store: ':memory:' })
  const well = await get('/healthz')
  assert.deepEqual([well.status, await well.json()], [200, { status: 'ok' }])
  t.mock.method(collector.store, 'check', () => Promise.reject(new Error('gone')))
  const ill = await get('/healthz')
  assert.deepEqual([ill.status, await ill.json()], [503, { status: 'failing' }])
})

test('an address that is none is refused', async (t) => {
  const { port, errors } = await startCollector(t, { store: ':memory:' })
  for (const line of ['GET // HTTP/1.1\r\nHost: :', 'GET http:/// HTTP/1.1\r\nHost: a b']) {
    const answer = await rawRequest(port, (socket) =>
      socket.end(`${line}\r\nConnection: close\r\n\r\n`),
    )
    assert.match(answer, /^HTTP\/1\.1 (400|403|404) /)
  }
  assert.deepEqual(errors, [])
})
