// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The command `etalage-collector`: what it takes, what it prints, when it ends.
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import test from 'node:test'
import { Command } from './support/Command.mjs'
import { description, measures } from './support/description.mjs'
import { epochAt, report } from './support/reports.mjs'

const { lifecycle } = measures

function shop(t) {
  const folder = mkdtempSync(`${tmpdir()}/etalage-command-`)
  t.after(() => rmSync(folder, { recursive: true }))
  const pack = `${folder}/shop.pack`
  writeFileSync(pack, JSON.stringify(description))
  const db = `${folder}/reports.sqlite`
  return { folder, pack, db, args: ['--db', db, '--pack', pack, '--port', '0'] }
}

async function run(...args) {
  const command = new Command(args)
  return { code: await command.ended, output: command.output, errors: command.errors }
}

test('it counts, shows, and ends when it is told to, with what it answered as its last line', async (t) => {
  const { args } = shop(t)
  const command = new Command(args)
  const port = await command.listening()
  assert.equal(
    command.output,
    `listening at http://127.0.0.1:${port}: reports at /reports, the dashboard at /\n`,
  )
  const text = report(lifecycle, epochAt(lifecycle, Date.now()), [0])
  const post = () =>
    fetch(`http://127.0.0.1:${port}/reports?secret=1`, {
      method: 'POST',
      body: text,
      headers: { 'user-agent': 'secret-browser' },
    })
  assert.equal((await post()).status, 204)
  assert.equal((await post()).status, 409)
  const shown = await fetch(`http://localhost:${port}/measures?token=secret`)
  assert.equal((await shown.json()).measures[0].reports, 1)
  assert.equal(await command.end(), 0)
  const [, counts, ...rest] = command.output.split('\n')
  assert.match(counts, /^\d{4}-\d\d-\d\dT\d\d:\d\dZ {2}200: 1, 204: 1, 409: 1$/)
  assert.deepEqual([rest, command.errors], [[''], ''])
})

test('what it counted is there when it is started again', async (t) => {
  const { args } = shop(t)
  const text = report(lifecycle, epochAt(lifecycle, Date.now()), [0])
  for (const expected of [204, 409]) {
    const command = new Command(args)
    const port = await command.listening()
    const { status } = await fetch(`http://127.0.0.1:${port}/reports`, {
      method: 'POST',
      body: text,
    })
    assert.equal(status, expected)
    await command.end('SIGINT')
  }
})

test('--help says what it takes', async () => {
  for (const option of ['--help', '-h']) {
    const { code, output, errors } = await run(option)
    assert.deepEqual([code, errors], [0, ''])
    for (const name of [
      'db',
      'pack',
      'port',
      'host',
      'dashboard-token',
      'history',
      'consent',
      'trust-proxy',
    ]) {
      assert.match(output, new RegExp(`^  --${name}`, 'm'))
    }
  }
})

test('called wrongly it says what was wrong, and exits 2', async (t) => {
  const { args, db } = shop(t)
  for (const [wrong, message] of [
    [[], /--db is missing/],
    [['--db', 'x'], /--pack is missing/],
    [[...args, '--port', '1'], /--port stands there twice/],
    [[...args.slice(0, 4), '--port', '65536'], /--port is "65536"; expected a whole number/],
    [[...args, '--dashbord'], /unknown option --dashbord/],
    [[...args, '--history'], /--history needs a value/],
    [[...args, '--trust-proxy=yes'], /--trust-proxy takes no value/],
    [[...args, 'more'], /unexpected argument "more"/],
    [[...args, '--dashboard-token', 'short'], /too short/],
  ]) {
    const { code, errors, output } = await run(...wrong)
    assert.equal(code, 2, wrong.join(' '))
    assert.match(errors, message)
    assert.match(errors, /^etalage-collector --db DATABASE --pack FILE /m)
    assert.equal(output, '')
  }
  assert.equal(existsSync(db), false)
})

test('to show the dashboard to others without a token is called wrongly', async (t) => {
  const { args, db } = shop(t)
  for (const host of ['0.0.0.0', '::', '192.0.2.1', 'shop.example']) {
    const { code, errors } = await run(...args, '--host', host)
    assert.equal(code, 2, host)
    assert.match(errors, /would show the dashboard to others: it needs a --dashboard-token/)
  }
  assert.equal(existsSync(db), false)
})

test('with a token, of the command line or the environment, it listens to others', async (t) => {
  const token = 'correct-horse-battery'
  for (const [more, env] of [
    [['--dashboard-token', token], {}],
    [[], { ETALAGE_DASHBOARD_TOKEN: token }],
  ]) {
    const command = new Command([...shop(t).args, '--host', '0.0.0.0', ...more], env)
    const port = await command.listening()
    const ask = (headers) => fetch(`http://127.0.0.1:${port}/measures`, { headers })
    assert.equal((await ask({})).status, 401)
    assert.equal((await ask({ authorization: `Bearer ${token}` })).status, 200)
    await command.end()
  }
})

test('a file that cannot be used ends it with 1, and what was expected', async (t) => {
  const { folder, pack, db, args } = shop(t)
  writeFileSync(`${folder}/broken`, 'broken')
  const [, , , , ...port] = args
  for (const [wrong, message] of [
    [['--db', db, '--pack', `${folder}/none.pack`, ...port], /none\.pack/],
    [['--db', db, '--pack', `${folder}/broken`, ...port], /./],
    [['--db', `${folder}/none/reports.sqlite`, '--pack', pack, ...port], /director/],
    [['--db', pack, '--pack', pack, ...port], /not a database/],
    [['--db', 'postgres://nobody@127.0.0.1:1/none', '--pack', pack, ...port], /ECONNREFUSED/],
    [[...args, '--history', `${folder}/broken`], /broken is not JSON/],
    [[...args, '--consent', `${folder}/none.json`], /none\.json could not be read/],
  ]) {
    const { code, errors, output } = await run(...wrong)
    assert.deepEqual([code, output], [1, ''], wrong.join(' '))
    assert.match(errors, /^etalage-collector: .+\n$/)
    assert.match(errors, message)
  }
})

test('a port that is taken ends it with 1', async (t) => {
  const { args } = shop(t)
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  t.after(() => other.close())
  const { code, errors } = await run(...args.slice(0, 5), String(other.address().port))
  assert.equal(code, 1)
  assert.match(errors, /EADDRINUSE/)
})
