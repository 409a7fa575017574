// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The ready texts for a consent banner, as the package ships them.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { bannerTexts } from 'etalage/banner-texts'
import { repository } from '../../toolchain/paths.mjs'

const { nl, en } = bannerTexts
const shapeOf = (value) =>
  typeof value === 'string'
    ? value.length > 0
    : Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shapeOf(part)]))
const textsOf = (value) =>
  typeof value === 'string' ? [value] : Object.values(value).flatMap(textsOf)

test('Dutch and English say the same things, and no text is empty', () => {
  assert.deepEqual(shapeOf(nl), shapeOf(en))
  assert.ok(!JSON.stringify(shapeOf(nl)).includes('false'))
})

test('the documentation has every text, word for word', () => {
  const page = readFileSync(`${repository}/docs/consent.md`, 'utf8')
  for (const text of [nl, en].flatMap(textsOf)) {
    assert.ok(page.includes(text.trim()), text)
  }
})

test('refusing is worded as accepting is', () => {
  for (const { accept, refuse } of [nl, en]) {
    assert.equal(accept.split(' ').length, refuse.split(' ').length)
  }
})
