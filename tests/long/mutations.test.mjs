// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The sampler that ships, wrong in one place at a time: its tests notice each.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import test from 'node:test'
import { repository } from '../../toolchain/paths.mjs'
import { run } from '../../toolchain/run.mjs'
import { cmake } from '../../tools/cmake.mjs'

// [what is wrong, file, what it says, what it says then]
const mutations = [
  [
    'p and q are swapped',
    'channel.h',
    'return a + (buckets - 1) * b',
    'return b + (buckets - 1) * a',
  ],
  [
    'truth and lie are swapped',
    'randomise.h',
    'answer.set(draw < a ? bucket',
    'answer.set(draw >= a ? bucket',
  ],
  [
    'the own bit has the weight of the others',
    'randomise.h',
    'i == bucket ? uniform',
    'i != bucket ? uniform',
  ],
  ['a threshold is one too high', 'randomise.h', 'answer.set(draw < a', 'answer.set(draw <= a'],
  ['a threshold is one too low', 'randomise.h', 'answer.set(draw < a', 'answer.set(draw + 1 < a'],
  ['the threshold of a bit is one too high', 'randomise.h', 'a + b) < b', 'a + b) <= b'],
  ['the other bucket is rounded up', 'randomise.h', '(draw - a) / b', '(draw - a + b - 1) / b'],
  ['the truth counts as another bucket', 'randomise.h', 'other >= bucket', 'other > bucket'],
  ['the modulo favours small numbers', 'randomise.h', 'kWords - Words::kWords % range', 'kWords'],
  ['one word too many is taken', 'randomise.h', 'word < end', 'word <= end'],
  ['rejection is left out', 'randomise.h', 'word < end || random.failed()', 'true'],
  ['k stands for k-1', 'channel.h', 'return a + (buckets - 1) * b', 'return a + buckets * b'],
  [
    'bits are drawn of too few words',
    'randomise.h',
    'uniform(random, a + b)',
    'uniform(random, a)',
  ],
  ['the last bit is left out', 'randomise.h', 'i < buckets', 'i + 1 < buckets'],
  ['a word is used again', 'random_words.h', 'bytes_ = bytes_.subspan(sizeof value);', ''],
  ['words overlap', 'random_words.h', 'subspan(sizeof value)', 'subspan(1)'],
  ['too few bytes pass', 'random_words.h', 'bytes.size() < kFewest', 'bytes.empty()'],
  ['bytes that are all alike pass', 'random_words.h', 'byte == bytes.front()', 'byte != byte'],
  [
    'the end passes',
    'random_words.h',
    'if (bytes_.size() < sizeof value) failed_ = true;',
    'if (bytes_.size() < sizeof value) return 0;',
  ],
]

const folder = mkdtempSync(`${tmpdir()}/etalage-mutations-`)
test.after(() => rmSync(folder, { recursive: true }))

/** Compiles the sampler's tests against what lies in the folder; gives what they print where they fail. */
function failure() {
  const cache = readFileSync(`${repository}/build/native/CMakeCache.txt`, 'utf8')
  const setting = (name) => cache.match(new RegExp(`^${name}:[A-Z]+=(.*)$`, 'm'))[1]
  const sources = ['proof_test', 'randomise_test'].map(
    (name) => `${repository}/tests/core/measure/${name}.cpp`,
  )
  const includes = [
    ...[folder, `${repository}/core`, `${repository}/tests/core`].map((path) => `-I${path}`),
    `-I${setting('GOOGLETEST_SOURCE_DIR')}/googletest/include`,
  ]
  const libraries = ['gtest_main', 'gtest'].map(
    (name) => `${repository}/build/native/lib/lib${name}.a`,
  )
  const options = ['-std=c++23', '-O1', '-w', ...includes, '-o', `${folder}/tests`, '-pthread']
  run(setting('CMAKE_CXX_COMPILER'), [
    ...options,
    ...sources,
    `${folder}/measure/normal.cpp`,
    ...libraries,
  ])
  const { status, stdout } = spawnSync(`${folder}/tests`, { encoding: 'utf8', timeout: 600_000 })
  return status === 0 ? '' : stdout || 'no end'
}

test('the sampler as it is passes its tests', () => {
  cmake('native', 'gtest_main')
  cpSync(`${repository}/core/measure`, `${folder}/measure`, { recursive: true })
  assert.equal(failure(), '')
})

for (const [wrong, file, from, to] of mutations) {
  test(`it is noticed where ${wrong}`, (t) => {
    const path = `${folder}/measure/${file}`
    const text = readFileSync(path, 'utf8')
    assert.equal(text.split(from).length, 2, `${file} says once: ${from}`)
    writeFileSync(path, text.replace(from, to))
    try {
      const output = failure()
      assert.notEqual(output, '')
      t.diagnostic(`by ${[...output.matchAll(/FAILED {2}\] (\S+)/g)].at(0)?.[1] ?? 'its end'}`)
    } finally {
      writeFileSync(path, text)
    }
  })
}
