// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { Shop } from './shop.mjs'

const train = Array.from({ length: 120 }, (_, s) => {
  const shelf = 10 * (s % 4)
  return [0, 1, 2].map((step) => `p${shelf + ((s + step * step) % 10)}`).join(' ')
})

function evaluate(train, test, ...options) {
  return new Shop({ 'train.txt': train, 'test.txt': test }).json(
    'evaluate',
    '--train',
    'train.txt',
    '--test',
    'test.txt',
    ...options,
  )
}

test('the object has the agreed keys, and accuracies of 0 to 1', () => {
  const report = evaluate(train, ['p1 p2 p5', 'p11 p12'])
  assert.deepEqual(Object.keys(report), [
    'items',
    'sessions',
    'cases',
    'all',
    'new',
    'baseline',
    'settings',
    'trainSeconds',
    'microsPerQuery',
    'packBytes',
    'bytesPerItem',
  ])
  assert.deepEqual([report.items, report.sessions, report.cases], [40, 120, 2])
  for (const accuracy of [report.all, report.new, report.baseline.all, report.baseline.new]) {
    assert.deepEqual(Object.keys(accuracy), ['hr20', 'mrr20'])
    assert.ok(accuracy.mrr20 >= 0 && accuracy.mrr20 <= accuracy.hr20 && accuracy.hr20 <= 1)
  }
  assert.ok(report.bytesPerItem > 0 && report.packBytes > 40 * report.bytesPerItem)
})

test('what goes together is found', () => {
  const report = evaluate(train, ['p1 p2', 'p11 p12 p15', 'p21 p20'])
  assert.equal(report.all.hr20, 1)
  assert.equal(report.new.hr20, 1)
})

test('gzipped files give the same pack and accuracy', () => {
  const cases = ['p1 p2 p5', 'p11 p12', 'p31 p2']
  const plain = evaluate(train, cases)
  const shop = new Shop({
    'a.gz': gzipSync(train.join('\n')),
    'b.gz': gzipSync(cases.join('\r\n')),
  })
  const packed = shop.json('evaluate', '--train', 'a.gz', '--test', 'b.gz')
  assert.deepEqual(
    [packed.all, packed.new, packed.packBytes],
    [plain.all, plain.new, plain.packBytes],
  )
})

test('an item of the test alone is a product that is never found, except in its own session', () => {
  const unseen = evaluate(train, ['p1 fresh'])
  assert.deepEqual([unseen.items, unseen.all.hr20, unseen.new.hr20], [41, 0, 0])
  const repeats = Array.from({ length: 60 }, (_, i) => `p${i % 20} q${i % 20} p${i % 20}`)
  const repeated = evaluate([...train, ...repeats], ['fresh p1 fresh'])
  assert.equal(repeated.all.hr20, 1)
})

test('a higher support floor leaves rare pairs out of the pack', () => {
  const few = evaluate(train, ['p1 p2'], '--min-support', '1')
  const many = evaluate(train, ['p1 p2'], '--min-support', '1000')
  assert.ok(few.packBytes > many.packBytes)
})

for (const [name, files, file, line, expected] of [
  [
    'a comma in a session',
    { train: ['1 2', '1,2'] },
    'train.txt',
    2,
    /"1,2" is not an item id; expected ids without commas/,
  ],
  ['an empty line', { train: ['1 2', '', '3 4'] }, 'train.txt', 2, /the line is empty/],
  ['a control character', { test: ['1 2', '1 \u0007 2'] }, 'test.txt', 2, /is not an item id/],
  [
    'a case without a target',
    { test: ['1 2', '2'] },
    'test.txt',
    2,
    /only 1 id; expected at least 2: the last is the one to predict/,
  ],
  ['an empty file', { train: '' }, 'train.txt', undefined, /the file is empty/],
]) {
  test(`${name} is an error that names file and line`, () => {
    const { train, test } = { train: ['1 2'], test: ['1 2'], ...files }
    const problem = new Shop({ 'train.txt': train, 'test.txt': test }).refused(
      'evaluate',
      '--train',
      'train.txt',
      '--test',
      'test.txt',
    )
    assert.deepEqual([problem.file, problem.line], [file, line])
    assert.match(problem.text, expected)
  })
}

test('a missing file, and a gzip file that is cut off, are errors', () => {
  const shop = new Shop({
    'test.txt': ['1 2'],
    'cut.gz': gzipSync('1 2\n'.repeat(9999)).subarray(0, 40),
  })
  assert.equal(
    shop.refused('evaluate', '--train', 'none.txt', '--test', 'test.txt').code,
    'file-missing',
  )
  assert.equal(
    shop.refused('evaluate', '--train', 'cut.gz', '--test', 'test.txt').code,
    'gzip-broken',
  )
})
