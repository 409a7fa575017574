// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What the shop puts beside the estimates: figures of its banner and of its order history.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import test from 'node:test'
import { readConsent } from '../../js/collector/dist/files/readConsent.js'
import { readHistory } from '../../js/collector/dist/files/readHistory.js'
import { startCollector } from './support/startCollector.mjs'

function file(t, content) {
  const folder = mkdtempSync(`${tmpdir()}/etalage-files-`)
  t.after(() => rmSync(folder, { recursive: true }))
  const path = `${folder}/file.json`
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

const first = { day: '2026-11-02', shown: 1200, personalise: 400, measure: 310 }
const second = { day: '2026-11-03', shown: 0, personalise: 0, measure: 0 }

test("the banner's figures come in order of days", async (t) => {
  assert.deepEqual(await readConsent(file(t, [second, first])), [first, second])
  assert.deepEqual(await readConsent(file(t, [])), [])
})

test('figures that cannot be are refused, with the entry and what was expected', async (t) => {
  for (const wrong of [
    { ...first, day: '2026-02-30' },
    { ...first, day: undefined },
    { ...first, shown: -1 },
    { ...first, shown: '1200' },
    { ...first, measure: 1201 },
    { ...first, personalise: 0.5 },
    null,
    'x',
  ]) {
    await assert.rejects(readConsent(file(t, [second, wrong])), /entry 2 is not \{ "day": "2026/)
  }
  await assert.rejects(readConsent(file(t, first)), /expected a list/)
  await assert.rejects(readConsent(file(t, '[')), /file\.json is not JSON/)
  await assert.rejects(readConsent('nowhere.json'), /nowhere\.json could not be read/)
})

test('a history is what the builder writes, and nothing else', async (t) => {
  const history = {
    from: '2026-01-01',
    to: '2026-03-01',
    customers: 10,
    segments: [],
    decisions: [],
  }
  assert.deepEqual(await readHistory(file(t, history)), history)
  for (const wrong of [[], null, 1, { segments: [] }]) {
    await assert.rejects(readHistory(file(t, wrong)), /is not what "etalage build" writes/)
  }
})

test('the dashboard is shown without a file that is broken by now', async (t) => {
  const consent = file(t, [first])
  const { get, errors } = await startCollector(t, { store: ':memory:', consent })
  assert.equal((await get('/')).status, 200)
  writeFileSync(consent, 'x')
  assert.equal((await get('/')).status, 200)
  assert.match(String(errors[0]), /is not JSON/)
})
