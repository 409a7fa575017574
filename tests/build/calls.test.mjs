// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Shop } from './shop.mjs'

const shop = new Shop()

test('--help lists the commands, and a command explains its options', () => {
  const list = shop.run('--help')
  assert.equal(list.code, 0)
  for (const name of ['build', 'evaluate', 'inspect'])
    assert.match(list.stdout, new RegExp(`etalage ${name} `))

  const build = shop.run('build', '--help')
  assert.equal(build.code, 0)
  assert.match(build.stdout, /--config FILE .*etalage\.config\.js/)
  assert.match(build.stdout, /--out FILE .*shop\.pack/)
  assert.equal(shop.run('inspect', '-h').code, 0)
})

for (const [name, args, message] of [
  ['no command', [], /etalage build/],
  ['an unknown command', ['biuld'], /unknown command "biuld" \(did you mean "build"\?\)/],
  [
    'an unknown option',
    ['evaluate', '--trian', 'a'],
    /unknown option --trian \(did you mean "--train"\?\)/,
  ],
  ['a missing option', ['evaluate', '--train', 'a'], /--test FILE is missing/],
  ['an option without its value', ['build', '--out'], /--out needs a value/],
  ['a switch with a value', ['build', '--json=yes'], /--json takes no value/],
  ['an option given twice', ['build', '--out', 'a', '--out', 'b'], /--out stands there twice/],
  ['a missing argument', ['inspect'], /PACK is missing/],
  ['one argument too many', ['build', 'shop.js'], /unexpected argument "shop\.js"/],
  [
    'a support that is no number',
    ['evaluate', '--train', 'a', '--test', 'b', '--min-support', 'few'],
    /--min-support is "few"; expected a whole number from 1/,
  ],
]) {
  test(`${name} exits 2 and says so`, () => {
    const { code, stdout, stderr } = shop.run(...args)
    assert.equal(code, 2)
    assert.equal(stdout, '')
    assert.match(stderr, message)
  })
}

test('nothing but the result goes to standard output, and no progress or colour goes into a pipe', () => {
  const shop = new Shop({ 'etalage.config.js': { slots: { home: { strategy: 'bestsellers' } } } })
  const { code, stdout, stderr } = shop.run('build')
  assert.equal(code, 0)
  assert.equal(stderr, '')
  assert.match(stdout, /^shop\.pack\n/)
  assert.ok(!stdout.includes('\u001b'), 'no colour')
})
