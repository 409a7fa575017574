// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import { Shop } from './shop.mjs'

const config = { slots: { home: { strategy: 'bestsellers' } } }

test('the pack goes where --out says, and nothing else is left behind', () => {
  const shop = new Shop({ 'etalage.config.js': config, 'public/index.html': '' })
  assert.equal(shop.json('build', '--out', 'public/etalage.pack').pack, 'public/etalage.pack')
  assert.deepEqual(readdirSync(shop.path('public')), [
    'etalage.pack',
    'etalage.quality.html',
    'index.html',
  ])
  assert.deepEqual(readdirSync(shop.folder).sort(), ['etalage.config.js', 'package.json', 'public'])
})

test('a build that fails leaves the pack of before as it was', () => {
  const shop = new Shop({ 'etalage.config.js': config })
  shop.json('build')
  const before = readFileSync(shop.path('shop.pack'))
  shop.write('etalage.config.js', { ...config, catalogue: 'products.csv' })
  shop.write('products.csv', ['id', 'A1', 'A1'])
  shop.refused('build')
  assert.ok(before.equals(readFileSync(shop.path('shop.pack'))))
})

test('a new pack replaces the old one', () => {
  const shop = new Shop({ 'etalage.config.js': config })
  shop.json('build')
  shop.write('etalage.config.js', { off: true })
  shop.json('build')
  assert.equal(shop.json('inspect', 'shop.pack').off, true)
})

test('a place where the pack cannot go is an error before the work, not after', () => {
  const shop = new Shop({ 'etalage.config.js': { ...config, history: 'none.csv' } })
  const { code, text } = shop.refused('build', '--out', 'nowhere/shop.pack')
  assert.equal(code, 'pack-unwritable')
  assert.match(text, /nowhere\/shop\.pack: there is no folder nowhere/)
  mkdirSync(shop.path('folder.pack'))
  assert.match(shop.refused('build', '--out', 'folder.pack').text, /this is a folder/)
})
