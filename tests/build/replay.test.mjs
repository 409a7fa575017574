// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// One shopper's recording through a pack, as docs/replay.md says.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { cli, Shop } from './shop.mjs'

const item = (item_id, more = {}) => ({ items: [{ item_id, ...more }] })

const shop = new Shop({
  'products.csv': ['id,category,price', 'A1,garden > rakes,10', 'B1,tools > saws,20'],
  'etalage.config.js': {
    catalogue: 'products.csv',
    facts: {
      skill: { choices: ['beginner', 'pro'] },
      pets: { choices: ['cat', 'dog'], many: true },
      rooms: { type: 'number' },
      garden: { type: 'boolean' },
    },
    metrics: {
      spent: 'sum(purchase.value)',
      hour: 'now.hour',
      lines: 'cart.count',
      worth: 'cart.value',
    },
    segments: {
      gardener: 'exists(view_item where category under "garden" within 2d)',
      pro: 'stated.skill == "pro"',
      cat: 'stated.pets contains "cat"',
      roomy: 'stated.rooms > 3',
      green: 'stated.garden',
      reader: 'page.type == "product" and page.item == "A1" and page.query == "rake"',
    },
    decisions: {
      stage: {
        cases: [
          ['buyer', 'exists(purchase)'],
          ['looker', 'exists(view_item)'],
        ],
        label: { nl: 'Fase', en: 'Stage' },
      },
    },
    triggers: {
      left: { when: 'sequence(add_to_cart then no purchase within 1h)', atMost: '1 per 1d' },
    },
  },
})
shop.json('build')

function run(lines, ...args) {
  shop.write(
    'shopper.jsonl',
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))),
  )
  return shop.run('replay', '--pack', 'shop.pack', 'shopper.jsonl', ...args)
}

function replay(lines, ...args) {
  const { code, stdout, stderr } = run(lines, ...args)
  assert.equal(code, 0, stderr)
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

test('each line gives one object, with its keys in a fixed order', () => {
  const { stdout } = run([
    { time: '2026-01-05T10:00:00Z', event: 'view_item', ecommerce: item('A1') },
    { time: '2026-01-05T11:00:00Z' },
  ])
  assert.equal(
    stdout,
    '{"time":"2026-01-05T10:00:00Z","segments":["gardener"],"decisions":{"stage":"looker"},' +
      '"metrics":{"hour":10,"lines":0,"spent":0,"worth":0},"triggers":[],"dropped":["item_id"]}\n' +
      '{"time":"2026-01-05T11:00:00Z","segments":["gardener"],"decisions":{"stage":"looker"},' +
      '"metrics":{"hour":11,"lines":0,"spent":0,"worth":0},"triggers":[],"dropped":[]}\n',
  )
})

test('the same recording gives the same bytes', () => {
  const lines = [
    { time: '2026-01-05', event: 'view_item', ecommerce: item('A1') },
    { time: '2026-01-06', event: 'purchase', ecommerce: { value: 12.5, ...item('A1') } },
  ]
  assert.equal(run(lines).stdout, run(lines).stdout)
})

test('a window closes when time passes', () => {
  const [seen, later] = replay([
    { time: '2026-01-05T10:00:00Z', event: 'view_item', ecommerce: item('A1') },
    { time: '2026-01-07T10:00:00Z' },
  ])
  assert.deepEqual([seen.segments, later.segments], [['gardener'], []])
})

test('a decision without a case that holds, and a metric without a value, are left out', () => {
  assert.deepEqual(replay([{ time: '2026-01-05' }])[0].decisions, {})
})

test('answers count until they are taken back', () => {
  const at = '2026-01-05T10:00:00Z'
  const segments = replay([
    { time: at, answer: { skill: 'pro', pets: ['cat', 'dog'], rooms: 4, garden: true } },
    { time: at, answer: { skill: null, rooms: 2 } },
    { time: at, answer: { garden: false, pets: ['dog'] } },
  ]).map((line) => line.segments)
  assert.deepEqual(segments, [['cat', 'green', 'pro', 'roomy'], ['cat', 'green'], []])
})

test('the page is known until the next one', () => {
  const page = { type: 'product', item: 'A1', query: 'rake' }
  const segments = replay([
    { time: '2026-01-05T10:00:00Z', page },
    { time: '2026-01-05T10:01:00Z' },
    { time: '2026-01-05T10:02:00Z', page: { type: 'home' } },
  ]).map((line) => line.segments)
  assert.deepEqual(segments, [['reader'], ['reader'], []])
})

test('a cart is what it is now', () => {
  const [full, empty] = replay([
    {
      time: '2026-01-05',
      cart: [
        { item_id: 'A1', quantity: 2 },
        { item_id: 'B1', price: 15 },
      ],
    },
    { time: '2026-01-06', cart: [] },
  ])
  assert.deepEqual([full.metrics.lines, full.metrics.worth], [2, 35])
  assert.deepEqual([empty.metrics.lines, empty.metrics.worth], [0, 0])
})

test('a trigger is named at the line at which it fires', () => {
  const fired = replay([
    { time: '2026-01-05T10:00:00Z', event: 'add_to_cart', ecommerce: item('A1') },
    { time: '2026-01-05T10:59:59Z' },
    { time: '2026-01-05T11:00:00Z' },
    { time: '2026-01-05T12:00:00Z' },
  ]).map((line) => line.triggers)
  assert.deepEqual(fired, [[], [], ['left'], []])
})

test('utcOffset sets the clock from its line on', () => {
  const hours = replay([
    { time: '2026-01-05T10:00:00Z' },
    { time: '2026-01-05T10:00:00Z', utcOffset: 90 },
    { time: '2026-01-05T10:30:00Z' },
    { time: '2026-01-05T10:30:00Z', utcOffset: -660 },
  ]).map(({ metrics }) => metrics.hour)
  assert.deepEqual(hours, [10, 11, 12, 23])
})

test('a time may have a zone, none, no clock, or be a number, and is printed as it was written', () => {
  const times = [
    '2026-01-05T10:00:00+02:00',
    '2026-01-05T09:00:00',
    '2026-01-05T09:00:00.123456Z',
    '2026-01-06',
    Date.UTC(2026, 0, 6, 1),
  ]
  const lines = replay(times.map((time) => ({ time })))
  assert.deepEqual(
    lines.map(({ time }) => time),
    times,
  )
  assert.deepEqual(
    lines.map(({ metrics }) => metrics.hour),
    [8, 9, 9, 0, 1],
  )
})

test('what the manifest refuses is listed, each key once', () => {
  const [one, all] = replay([
    {
      time: '2026-01-05',
      event: 'view_item',
      ecommerce: {
        value: 10,
        customer_email: 'anna@example.org',
        items: [
          { item_id: 'A1', item_brand: 'Bosch', item_category: 'garden' },
          { item_id: 'B1', item_brand: 'Bosch', sizes: ['S', 'M'] },
        ],
      },
    },
    { time: '2026-01-05', event: 'login', ecommerce: { method: 'e-mail' } },
  ])
  for (const key of ['customer_email', 'item_brand', 'sizes', 'value']) {
    assert.equal(one.dropped.filter((dropped) => dropped === key).length, 1, key)
  }
  assert.ok(!one.dropped.includes('item_category'))
  assert.deepEqual(all.dropped, ['event'])
})

test('an answer that no rule asks for, or that a fact cannot have, is listed by its fact', () => {
  const answer = { skill: 'expert', city: 'Utrecht', pets: ['cat', 'cow'], rooms: 4, garden: true }
  const [{ dropped }, { dropped: none }] = replay([
    { time: '2026-01-05', answer },
    { time: '2026-01-05', answer: { skill: null, rooms: 0.3333 } },
  ])
  assert.deepEqual(dropped, ['city', 'pets', 'skill'])
  assert.deepEqual(none, [])
})

test('a purchase that is reported twice counts once', () => {
  const purchase = { transaction_id: 7, value: 10, ...item('A1') }
  const [, twice] = replay([
    { time: '2026-01-05T10:00:00Z', event: 'purchase', ecommerce: purchase },
    { time: '2026-01-05T10:00:05Z', event: 'purchase', ecommerce: purchase },
  ])
  assert.equal(twice.metrics.spent, 10)
})

test('blank lines, carriage returns, a missing end of line and gzip are fine', () => {
  const text = '{"time":"2026-01-05"}\r\n\r\n  \n{"time":"2026-01-06"}'
  shop.write('crlf.jsonl', text)
  shop.write('crlf.jsonl.gz', gzipSync(text))
  for (const file of ['crlf.jsonl', 'crlf.jsonl.gz']) {
    const { code, stdout } = shop.run('replay', '--pack', 'shop.pack', file)
    assert.equal(code, 0)
    assert.equal(stdout.trim().split('\n').length, 2)
  }
})

test('time that goes back is said once, and the line is taken as it stands', () => {
  const { code, stdout, stderr } = run([
    { time: '2026-01-05T10:00:00Z' },
    { time: '2026-01-05T09:00:00Z' },
    { time: '2026-01-05T08:00:00Z' },
  ])
  assert.equal(code, 0)
  assert.equal(stdout.trim().split('\n').length, 3)
  assert.match(stderr, /^etalage: warning: shopper\.jsonl:2: the time goes back.*\n$/)
})

test('--explain says why in a sentence of the language asked for, with the value of each part', () => {
  const lines = [{ time: '2026-01-05', event: 'view_item', ecommerce: item('A1') }]
  const english = run(lines, '--explain', 'segment:gardener')
  assert.equal(english.code, 0, english.stderr)
  assert.match(english.stdout, /^segment gardener: true$/m)
  assert.match(english.stdout, /^You .*\.$/m)
  assert.match(
    english.stdout,
    /^ {2}true +exists\(view_item where category under "garden" within 2d\)$/m,
  )
  const dutch = run(lines, '--explain', 'segment:gardener', '--lang', 'nl')
  assert.match(dutch.stdout, /^U .*\.$/m)

  const { explain } = replay(lines, '--explain', 'decision:stage', '--json').at(-1)
  assert.deepEqual(
    [explain.kind, explain.name, explain.lang, explain.holds, explain.value],
    ['decision', 'stage', 'en', true, 'looker'],
  )
  assert.ok(explain.trace.length >= 2)
})

for (const [name, args, message] of [
  [
    'a rule that the pack does not have',
    ['--explain', 'segment:gardner'],
    /no segment of that name/,
  ],
  [
    'an unknown kind',
    ['--explain', 'segmnt:a'],
    /--explain is "segmnt:a" \(did you mean "segment"\?\)/,
  ],
  ['a kind alone', ['--explain', 'segment'], /--explain is "segment"/],
  ['an unknown language', ['--lang', 'de'], /--lang is "de"; expected "en" or "nl"/],
]) {
  test(`${name} is a wrong call`, () => {
    const { code, stderr } = run([{ time: '2026-01-05' }], ...args)
    assert.equal(code, 2, stderr)
    assert.match(stderr, message)
  })
}

const time = '2026-01-05T10:00:00Z'

for (const [name, line, code, message] of [
  ['that is no JSON', '{"time":', 'json-broken', /not a JSON object/],
  ['that is a list', [1], 'json-broken', /not a JSON object/],
  ['without a time', { event: 'view_item' }, 'replay-value-wrong', /time is missing/],
  ['with words as a time', { time: 'now' }, 'replay-value-wrong', /time is "now"; expected a time/],
  ['with the 30th of February', { time: '2026-02-30T00:00:00Z' }, 'replay-value-wrong', /time is/],
  ['with the 25th hour', { time: '2026-01-05T25:00:00Z' }, 'replay-value-wrong', /time is/],
  ['from before 1970', { time: '1969-12-31T23:59:59Z' }, 'replay-value-wrong', /time is/],
  ['with a negative time', { time: -1 }, 'replay-value-wrong', /time is -1/],
  ['with half a millisecond', { time: 1.5 }, 'replay-value-wrong', /time is 1\.5/],
  [
    'with an unknown key',
    { time, evnet: 'x' },
    'replay-key-unknown',
    /"evnet" \(did you mean "event"\?\)/,
  ],
  ['with two events', { time, event: 'x', page: {} }, 'replay-line-ambiguous', /event and page/],
  ['with ecommerce alone', { time, ecommerce: {} }, 'replay-line-ambiguous', /without an event/],
  ['whose event has no name', { time, event: '' }, 'replay-value-wrong', /event is ""/],
  [
    'whose ecommerce is a list',
    { time, event: 'x', ecommerce: [] },
    'replay-value-wrong',
    /ecommerce is \[\]/,
  ],
  [
    'whose items are no list',
    { time, event: 'x', ecommerce: { items: {} } },
    'replay-value-wrong',
    /ecommerce\.items is \{\}; expected a list/,
  ],
  [
    'with an item that is a text',
    { time, event: 'x', ecommerce: { items: ['A1'] } },
    'replay-value-wrong',
    /ecommerce\.items\[0\] is "A1"; expected an object/,
  ],
  ['whose cart is an object', { time, cart: {} }, 'replay-value-wrong', /cart is \{\}/],
  [
    'whose page has an unknown key',
    { time, page: { url: '/' } },
    'replay-key-unknown',
    /"url" in page/,
  ],
  ['whose page is a text', { time, page: 'home' }, 'replay-value-wrong', /page is "home"/],
  ['whose answer is a text', { time, answer: 'pro' }, 'replay-value-wrong', /answer is "pro"/],
  [
    'whose answer is an object',
    { time, answer: { skill: {} } },
    'replay-value-wrong',
    /answer\.skill is/,
  ],
  ['with an offset of days', { time, utcOffset: 2000 }, 'replay-value-wrong', /utcOffset is 2000/],
  ['with an offset of words', { time, utcOffset: '+01:00' }, 'replay-value-wrong', /utcOffset is/],
]) {
  test(`a line ${name} is an error with file and line, after the output of those before it`, () => {
    const { code: exit, stdout, stderr } = run([{ time: '2026-01-01' }, line], '--json')
    assert.equal(exit, 1, stderr)
    const lines = stdout.trim().split('\n')
    assert.equal(lines.length, 2, stdout)
    const { error } = JSON.parse(lines[1])
    assert.deepEqual([error.file, error.line, error.code], ['shopper.jsonl', 2, code])
    assert.match(stderr, message)
  })
}

test('a pack or recording that is missing or broken is named', () => {
  shop.write('other.pack', Buffer.from('id,title\nA1,Rake\n'.repeat(9)))
  shop.write('empty.jsonl', '')
  assert.equal(shop.refused('replay', '--pack', 'none.pack', 'empty.jsonl').file, 'none.pack')
  assert.equal(shop.refused('replay', '--pack', 'shop.pack', 'none.jsonl').file, 'none.jsonl')
  const broken = shop.refused('replay', '--pack', 'other.pack', 'empty.jsonl')
  assert.deepEqual([broken.code, broken.file], ['bad-magic', 'other.pack'])
})

test('a long recording is not held in memory', () => {
  const more = { note: 'x'.repeat(16_000), ...item('A1') }
  const line = JSON.stringify({ time, event: 'view_item', ecommerce: more })
  shop.write('long.jsonl', `${line}\n`.repeat(4_000)) // 64 MB
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--max-old-space-size=32', cli, 'replay', '--pack', 'shop.pack', 'long.jsonl'],
    { cwd: shop.folder, encoding: 'utf8', maxBuffer: 1 << 26 },
  )
  assert.equal(status, 0, stderr)
  assert.equal(stdout.split('\n').length, 4_001)
})

test('a reader of the output that has enough ends it without an error', () => {
  shop.write('many.jsonl', `${JSON.stringify({ time })}\n`.repeat(20_000))
  const { stdout, stderr } = spawnSync(
    'sh',
    ['-c', '"$0" "$1" replay --pack shop.pack many.jsonl | head -n 1', process.execPath, cli],
    { cwd: shop.folder, encoding: 'utf8' },
  )
  assert.equal(stdout.trim().split('\n').length, 1)
  assert.equal(stderr, '')
})
