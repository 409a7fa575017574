// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { browsing } from './browsing.mjs'
import { Shop } from './shop.mjs'

const shop = new Shop({
  'events.csv': browsing({ sessions: 200, days: 10 }),
  'etalage.config.js': {
    history: 'events.csv',
    facts: { skill: {} },
    metrics: { bought: 'count(purchase)' },
    segments: { handy: 'stated.skill == "handy"' },
    slots: { home: { strategy: 'for-you', count: 8, fallback: ['bestsellers'] } },
  },
})
shop.json('build')
const pack = readFileSync(shop.path('shop.pack'))

test('the table shows sections, sizes, counts, slots and the manifest', () => {
  const { code, stdout } = shop.run('inspect', 'shop.pack')
  assert.equal(code, 0)
  assert.match(stdout, /^products +60$/m)
  assert.match(stdout, /^VECT +item vectors +[\d,]+ +3,840 +60$/m)
  assert.match(stdout, /^home +for-you +8 +bestsellers$/m)
  assert.match(stdout, /^retention +400 days$/m)
  assert.match(stdout, /^rules +2 rules: 1 metric, 1 segment$/m)
  assert.match(stdout, /^view_item +item_id +400 days +personalise +slot home$/m)
  assert.match(stdout, /^skill +personalise +segment handy$/m)
})

test('the sections lie within the file, one after another', () => {
  const { bytes, sections, products, scoring } = shop.json('inspect', 'shop.pack')
  assert.equal(bytes, pack.length)
  assert.equal(products, 60)
  assert.equal(scoring.vectors, 60)
  let end = 0
  for (const section of sections) {
    assert.ok(section.offset >= end)
    end = section.offset + section.bytes
  }
  assert.ok(end <= bytes)
})

for (const [name, bytes, code] of [
  ['is cut off', pack.subarray(0, 1000), 'truncated'],
  ['is empty', Buffer.alloc(0), 'truncated'],
  ['is something else', Buffer.from('id,title\nA1,Rake\n'.repeat(9)), 'bad-magic'],
  ['has one changed bit', flipped(pack, 2000), 'bad-checksum'],
  ['is of a later version', withMajorVersion(pack, 2), 'bad-version'],
]) {
  test(`a pack that ${name} is an error with the code ${code}`, () => {
    const other = new Shop({ 'broken.pack': bytes })
    const problem = other.refused('inspect', 'broken.pack')
    assert.equal(problem.code, code)
    assert.ok(problem.text.startsWith('etalage: broken.pack: '), problem.text)
    assert.ok(problem.text.endsWith(`[${code}]`), problem.text)
  })
}

test('a missing pack is an error', () => {
  assert.equal(new Shop().refused('inspect', 'shop.pack').code, 'file-missing')
})

function flipped(bytes, at) {
  const copy = Buffer.from(bytes)
  copy[at] ^= 1
  return copy
}

function withMajorVersion(bytes, major) {
  const copy = Buffer.from(bytes)
  copy.writeUInt16LE(major, 4)
  return copy
}
