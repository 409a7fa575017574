// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { mkdirSync, symlinkSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Shop } from './shop.mjs'

const slots = { home: { strategy: 'bestsellers' } }

function refusal(config) {
  return new Shop({ 'etalage.config.js': config }).refused('build')
}

test('a pack of slots alone is built', () => {
  const shop = new Shop({
    'etalage.config.js': {
      slots: {
        home: { strategy: 'for-you', count: 6, fallback: ['bestsellers'] },
        item: { strategy: 'similar' },
      },
      privacy: { minSupport: 5, retention: '8w' },
    },
  })
  const report = shop.json('build')
  assert.equal(report.products, 0)
  assert.equal(report.quality.unknown, 'there is no history to test on')

  const pack = shop.json('inspect', 'shop.pack')
  assert.deepEqual(pack.slots, [
    { name: 'home', strategy: 'for-you', count: 6, fallback: ['bestsellers'], arranged: {} },
    { name: 'item', strategy: 'similar', count: 0, fallback: [], arranged: {} },
  ])
  assert.equal(pack.minSupport, 5)
  assert.equal(pack.retentionDays, 56)
  assert.equal(pack.off, false)
})

test('off makes a pack with the kill switch', () => {
  const shop = new Shop({ 'etalage.config.js': { off: true } })
  shop.json('build', '--out', 'off.pack')
  assert.equal(shop.json('inspect', 'off.pack').off, true)
})

test('a configuration imports defineConfig from the package, and its paths are relative to itself', () => {
  const shop = new Shop({
    'settings/etalage.config.mjs': `
      import { defineConfig } from '@etalage/build'
      export default defineConfig({ catalogue: '../data/products.csv', slots: ${JSON.stringify(slots)} })`,
    'data/products.csv': ['id', 'A1'],
  })
  mkdirSync(shop.path('node_modules/@etalage'), { recursive: true })
  symlinkSync(
    fileURLToPath(new URL('../../js/build', import.meta.url)),
    shop.path('node_modules/@etalage/build'),
  )
  assert.equal(shop.json('build', '--config', 'settings/etalage.config.mjs').products, 1)
})

test('a missing configuration is named', () => {
  const { code, text } = new Shop().refused('build')
  assert.equal(code, 'file-missing')
  assert.match(text, /etalage\.config\.js: no such configuration file; expected .*--config/)
})

test('a syntax error is named with its line', () => {
  const { code, file, line } = refusal('export default {\n  slots: {},,\n}\n')
  assert.deepEqual([code, file, line], ['config-unreadable', 'etalage.config.js', 2])
})

test('an error while it runs is named with its line', () => {
  const { code, line, what } = refusal('const shop = {}\n\nexport default shop.slots.home\n')
  assert.deepEqual([code, line], ['config-unreadable', 3])
  assert.match(what, /Cannot read properties/)
})

test('an import that is not there is named', () => {
  assert.match(
    refusal("import 'etalage-of-elsewhere'\nexport default {}").what,
    /'etalage-of-elsewhere'/,
  )
})

test('a configuration in a folder of CommonJS is told how to become a module', () => {
  const shop = new Shop({ 'package.json': '{"type":"commonjs"}', 'etalage.config.js': { slots } })
  assert.match(shop.refused('build').expected, /"type": "module"/)
})

for (const [name, config, expected] of [
  ['no default export', 'export const slots = {}', /no default export; expected export default/],
  [
    'an empty configuration',
    {},
    /nothing to build; expected at least one of catalogue, history, slots and rules/,
  ],
  ['a list', 'export default []', /the default export is \[\]; expected an object/],
  [
    'an unknown key',
    { catalouge: 'a.csv' },
    /unknown key "catalouge" \(did you mean "catalogue"\?\); expected one of/,
  ],
  [
    'an unknown key of privacy',
    { slots, privacy: { minsupport: 3 } },
    /in privacy \(did you mean "minSupport"\?\)/,
  ],
  [
    'an unknown key of a slot',
    { slots: { home: { strategy: 'similar', cuont: 3 } } },
    /in slots\.home .*"count"/,
  ],
  [
    'an unknown strategy',
    { slots: { home: { strategy: 'foryou' } } },
    /slots\.home\.strategy is "foryou" \(did you mean "for-you"\?\)/,
  ],
  [
    'a slot without a strategy',
    { slots: { home: {} } },
    /slots\.home\.strategy is missing; expected one of "for-you"/,
  ],
  [
    'an unknown fallback',
    { slots: { home: { strategy: 'similar', fallback: ['bestseller'] } } },
    /slots\.home\.fallback\[0\] .*"bestsellers"/,
  ],
  [
    'a count of nothing',
    { slots: { home: { strategy: 'similar', count: 0 } } },
    /slots\.home\.count is 0; expected a whole number from 1 to 100/,
  ],
  [
    'a support of one shopper',
    { slots, privacy: { minSupport: 1 } },
    /privacy\.minSupport is 1; expected a whole number from 2/,
  ],
  [
    'a retention of hours',
    { slots, privacy: { retention: '12h' } },
    /privacy\.retention is "12h"; expected days, weeks or years/,
  ],
  ['a retention of a lifetime', { slots, privacy: { retention: '99y' } }, /from 1 to 3650/],
  [
    'an unknown column of ours',
    { catalogue: { path: 'a', columns: { titel: 'x' } } },
    /in catalogue\.columns \(did you mean "title"\?\)/,
  ],
  ['a path that is no text', { history: { path: 3 } }, /history\.path is 3; expected a text/],
  [
    'a currency that is none',
    { slots, currency: 'euro' },
    /currency is "euro"; expected an ISO 4217 code/,
  ],
  ['a seed that is no number', { slots, seed: 'x' }, /seed is "x"; expected a whole number from 0/],
]) {
  test(`${name} is an error that names the file and the key`, () => {
    const { file, text } = refusal(config)
    assert.equal(file, 'etalage.config.js')
    assert.match(text, expected)
  })
}
