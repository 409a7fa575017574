// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// killUnderLoad: kill -9 in the middle of many reports, again and again over one database. Every report that was acknowledged is
// counted, and every report that is sent until it is acknowledged is counted once.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { openStore } from '../../../js/collector/dist/store/openStore.js'
import { Command } from './Command.mjs'
import { description, measures } from './description.mjs'
import { epochAt, report } from './reports.mjs'

const { lifecycle } = measures
const connections = 16
/** So many are acknowledged at least, and at most, before the kill. */
const [fewest, most] = [20, 400]

/** Gives how many reports were sent, how many kills found one on its way, and how many of those had been counted. */
export async function killUnderLoad(t, store, times) {
  const folder = mkdtempSync(`${tmpdir()}/etalage-kills-`)
  t.after(() => rmSync(folder, { recursive: true }))
  const pack = `${folder}/shop.pack`
  writeFileSync(pack, JSON.stringify(description))
  const args = ['--db', store, '--pack', pack, '--port', '0']
  const epoch = epochAt(lifecycle, Date.now())
  const figures = { kills: times, sent: 0, inFlight: 0, countedUnacknowledged: 0 }
  const expected = [0, 0, 0, 0]
  for (let i = 0; i < times; ++i) {
    const killed = new Command(args)
    const { acknowledged, unknown, replay } = await loadUntilKilled(killed, epoch, figures)
    const survivor = new Command(args)
    const port = await survivor.listening()
    for (const { text, bucket } of acknowledged) {
      ++expected[bucket]
      // Of thousands a part: each kill asks for others.
      if (replay(text)) assert.equal(await post(port, text), 409, 'an acknowledged report was lost')
    }
    for (const { text, bucket } of unknown) {
      ++expected[bucket]
      const status = await post(port, text)
      assert.ok(status === 204 || status === 409, `answered ${status}`)
      if (status === 409) ++figures.countedUnacknowledged
      assert.equal(await post(port, text), 409)
    }
    await survivor.end()
  }
  await checkCounts(store, epoch, expected)
  return figures
}

async function loadUntilKilled(command, epoch, figures) {
  const port = await command.listening()
  const acknowledged = []
  const unknown = []
  const enough = fewest + Math.floor(Math.random() * (most - fewest))
  const worker = async () => {
    for (;;) {
      const bucket = figures.sent++ % 4
      const sent = { text: report(lifecycle, epoch, [bucket]), bucket }
      try {
        const status = await post(port, sent.text)
        assert.equal(status, 204)
        acknowledged.push(sent)
        if (acknowledged.length === enough) command.process.kill('SIGKILL')
      } catch (error) {
        if (error instanceof assert.AssertionError) throw error
        unknown.push(sent)
        return
      }
    }
  }
  await Promise.all(Array.from({ length: connections }, worker))
  assert.equal(await command.ended, 'SIGKILL')
  figures.inFlight += unknown.length
  const share = 40 / acknowledged.length
  return { acknowledged, unknown, replay: () => Math.random() < share }
}

async function post(port, body) {
  const response = await fetch(`http://127.0.0.1:${port}/reports`, { method: 'POST', body })
  await response.text()
  return response.status
}

async function checkCounts(name, epoch, expected) {
  const store = await openStore(name, () => {})
  const [{ reports, counts }] = await store.readCounts(lifecycle.series, epoch, epoch)
  await store.end()
  assert.deepEqual(
    expected.map((_, bucket) => counts.get(bucket)),
    expected,
  )
  assert.equal(
    reports,
    expected.reduce((sum, count) => sum + count),
  )
}
