// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Who may see the dashboard: this machine itself, or who has the token; and what a browser may do with the page.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import test from 'node:test'
import { rawRequest } from './support/rawRequest.mjs'
import { startCollector } from './support/startCollector.mjs'

const token = 'correct-horse-battery'
const paths = [
  '/',
  '/measures',
  '/estimates?measure=lifecycle',
  '/estimates.csv?measure=lifecycle',
  '/nothing',
]

const guarded = (t) => startCollector(t, { store: ':memory:', dashboardToken: token })

test('without a token the dashboard is shown to this machine by its own name', async (t) => {
  const { port } = await startCollector(t, { store: ':memory:' })
  const ask = async (host, ...headers) => {
    const lines = [
      'GET /measures HTTP/1.1',
      `Host: ${host}`,
      ...headers,
      'Connection: close',
      '',
      '',
    ]
    const answer = await rawRequest(port, (socket) => socket.write(lines.join('\r\n')))
    return Number(answer.split(' ')[1])
  }
  for (const own of ['127.0.0.1', 'localhost', '[::1]', `localhost:${port}`, '127.0.0.1:80']) {
    assert.equal(await ask(own), 200, own)
  }
  for (const other of ['shop.example', 'localhost.evil.example', '192.0.2.1', '127.evil.example']) {
    assert.equal(await ask(other), 403, other)
  }
  for (const header of [
    'X-Forwarded-For: 192.0.2.1',
    'Forwarded: for=192.0.2.1',
    'Via: 1.1 proxy',
    'X-Real-IP: 192.0.2.1',
  ]) {
    assert.equal(await ask('localhost', header), 403, header)
  }
})

test('with a token nobody sees anything without it', async (t) => {
  const { get } = await guarded(t)
  for (const path of paths) {
    for (const headers of [
      {},
      { authorization: 'Bearer wrong' },
      { authorization: `Bearer ${token}x` },
      { authorization: `Basic ${token}` },
      { authorization: token },
      { cookie: `etalage-dashboard=${token}` },
      { cookie: 'etalage-dashboard=' },
    ]) {
      const response = await get(path, { headers })
      assert.equal(response.status, 401, `${path} ${JSON.stringify(headers)}`)
      assert.equal(response.headers.get('www-authenticate'), 'Bearer')
      assert.doesNotMatch(await response.text(), /lifecycle/)
    }
  }
})

test('reports and health need no token', async (t) => {
  const { send, get } = await guarded(t)
  assert.equal(await send('x'), 400)
  assert.equal((await get('/healthz')).status, 200)
})

test('the token opens everything, as a Bearer token and from anywhere', async (t) => {
  const { get } = await guarded(t)
  const headers = { authorization: `Bearer ${token}`, 'x-forwarded-for': '192.0.2.1' }
  for (const path of paths) {
    assert.equal((await get(path, { headers })).status, path === '/nothing' ? 404 : 200, path)
  }
})

test('opened once with ?token= the browser has a cookie that opens the rest, and the token leaves the address', async (t) => {
  const { get } = await guarded(t)
  const opened = await get(`/?lang=nl&token=${token}`, { redirect: 'manual' })
  assert.equal(opened.status, 303)
  assert.equal(opened.headers.get('location'), '?lang=nl')
  assert.equal(opened.headers.get('referrer-policy'), 'no-referrer')
  assert.equal(opened.headers.get('cache-control'), 'no-store')
  const set = opened.headers.get('set-cookie')
  assert.match(set, /; HttpOnly; SameSite=Lax$/)
  assert.doesNotMatch(set, new RegExp(token))
  const [cookie] = set.split(';')
  for (const path of paths.slice(0, -1)) {
    assert.equal((await get(path, { headers: { cookie: `other=1; ${cookie}` } })).status, 200, path)
  }
  const alone = await get(`/?token=${token}`, { redirect: 'manual' })
  assert.equal(alone.headers.get('location'), '?')
  const wrong = await get('/?token=wrong', { headers: { cookie }, redirect: 'manual' })
  assert.equal(wrong.status, 401)
  assert.equal(wrong.headers.get('set-cookie'), null)
})

test('the cookie goes over encrypted connections alone where the page came over one', async (t) => {
  const { get } = await startCollector(t, {
    store: ':memory:',
    dashboardToken: token,
    trustProxy: true,
  })
  const headers = { 'x-forwarded-proto': 'https' }
  const opened = await get(`/?token=${token}`, { headers, redirect: 'manual' })
  assert.match(opened.headers.get('set-cookie'), /; Secure$/)
})

test('a cookie of another token opens nothing', async (t) => {
  const other = await startCollector(t, {
    store: ':memory:',
    dashboardToken: 'another token altogether',
  })
  const { get } = await guarded(t)
  const opened = await other.get('/?token=another+token+altogether', { redirect: 'manual' })
  const [cookie] = opened.headers.get('set-cookie').split(';')
  assert.equal((await get('/measures', { headers: { cookie } })).status, 401)
})

test('the page may do nothing but show itself', async (t) => {
  const { get } = await startCollector(t, { store: ':memory:' })
  const response = await get('/')
  const { headers } = response
  assert.match(headers.get('content-type'), /^text\/html; charset=utf-8$/)
  const policy = headers.get('content-security-policy')
  assert.match(policy, /^default-src 'none'; style-src /)
  assert.match(policy, /; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/)
  assert.doesNotMatch(policy, /unsafe|script/)
  const [, style] = /<style>([^]*?)<\/style>/.exec(await response.text())
  const hash = createHash('sha256').update(style).digest('base64')
  assert.ok(policy.includes(` 'sha256-${hash}'`))
  for (const [name, value] of [
    ['x-content-type-options', 'nosniff'],
    ['x-frame-options', 'DENY'],
    ['referrer-policy', 'no-referrer'],
    ['cache-control', 'no-store'],
    ['x-robots-tag', 'noindex'],
    ['cross-origin-resource-policy', 'same-origin'],
  ]) {
    assert.equal(headers.get(name), value)
  }
})
