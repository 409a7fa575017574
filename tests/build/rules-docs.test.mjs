// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// docs/rules.md tells the truth: every example in it is compiled and evaluated.
//
//   ```js        with "defineConfig": the shop; ```csv: its catalogue
//   ```shopper   a recording; what follows is evaluated after its last line
//   | rule | value |     an expression and its value: a number, true, false or missing
//   | filter |           a slot's filter that compiles
//   | wrong | code |     an expression, as a segment, and the code of the error
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Shop } from './shop.mjs'

const text = readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8')
const blocks = [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language, content]) => ({
  language,
  content,
}))
const shopConfig = blocks.find(({ content }) => content.includes('defineConfig')).content
const catalogue = blocks.find(({ language }) => language === 'csv').content
const { shoppers, filters, mistakes } = readTables()

test('there are examples of every kind', () => {
  assert.equal(shoppers.length, 2)
  assert.ok(shoppers.flatMap(({ examples }) => examples).length > 100)
  assert.ok(filters.length >= 3)
  assert.ok(mistakes.length >= 10)
})

for (const [s, { recording, examples }] of shoppers.entries()) {
  test(`shopper ${s + 1}: every rule has the value that is shown`, () => {
    const shop = new Shop({
      'etalage.config.mjs': withRules(examples),
      'products.csv': catalogue,
      'shopper.jsonl': recording,
    })
    shop.json('build', '--config', 'etalage.config.mjs')
    const { code, stdout, stderr } = shop.run('replay', '--pack', 'shop.pack', 'shopper.jsonl')
    assert.equal(code, 0, stderr)
    const now = JSON.parse(stdout.trim().split('\n').at(-1))
    const wrong = examples
      .map(({ rule, value }, i) => ({ rule, shown: value, is: valueOf(now, i, value) }))
      .filter(({ shown, is }) => is !== shown)
    assert.deepEqual(wrong, [])
  })
}

test('every filter compiles', () => {
  const slots = filters.map((filter, i) => [`s${i}`, { strategy: 'bestsellers', filter }])
  const shop = new Shop({ 'etalage.config.mjs': withMore({ slots: Object.fromEntries(slots) }) })
  assert.deepEqual(
    shop.json('lint', '--config', 'etalage.config.mjs').problems.filter((one) => !one.warning),
    [],
  )
})

test('every mistake has the code that is shown', () => {
  const segments = Object.fromEntries(mistakes.map(({ rule }, i) => [`wrong${i}`, rule]))
  const shop = new Shop({ 'etalage.config.mjs': withMore({ segments }) })
  const { code, stdout } = shop.run('lint', '--config', 'etalage.config.mjs', '--json')
  assert.equal(code, 1)
  const { problems } = JSON.parse(stdout)
  const codes = (i) =>
    problems.filter(({ rule }) => rule === `segment wrong${i}`).map((problem) => problem.code)
  assert.deepEqual(
    mistakes.map(({ rule }, i) => [rule, codes(i).join()]),
    mistakes.map(({ rule, code }) => [rule, code]),
  )
})

/** A number is asked as a metric, anything else as a segment. What is missing has to be unknown, not merely false. */
function withRules(examples) {
  const metrics = {}
  const segments = {}
  for (const [i, { rule, value }] of examples.entries()) {
    if (typeof value === 'number') metrics[`example${i}`] = rule
    else if (value === 'missing') segments[`example${i}`] = `known(${rule})`
    else segments[`example${i}`] = rule
  }
  return withMore({ metrics, segments })
}

function valueOf(now, i, shown) {
  if (typeof shown === 'number') return now.metrics[`example${i}`]
  const holds = now.segments.includes(`example${i}`)
  if (shown === 'missing') return holds ? 'known' : 'missing'
  return holds
}

function withMore(more) {
  const local = new URL('../../js/build/dist/index.js', import.meta.url).href
  return (
    shopConfig
      .replace("'@etalage/build'", `'${local}'`)
      .replace('export default defineConfig({', `const shop = defineConfig({`) +
    `\nexport default { ...${JSON.stringify(more)}, extends: [shop] }\n`
  )
}

function readTables() {
  const shoppers = []
  const filters = []
  const mistakes = []
  let kind = ''
  let code
  for (const line of text.split('\n')) {
    if (line.startsWith('```')) {
      code = code === undefined ? line.slice(3) : undefined
      if (code === 'shopper') shoppers.push({ recording: '', examples: [] })
      continue
    }
    if (code === 'shopper') shoppers.at(-1).recording += `${line}\n`
    if (code !== undefined) continue
    const cells = /^\|(.*)\|$/
      .exec(line)?.[1]
      .split(' | ')
      .map((cell) => cell.trim())
    if (!cells) {
      kind = ''
      continue
    }
    if (!kind) {
      kind = cells[0]
      continue
    }
    const rule = /^`(.*)`$/.exec(cells[0])?.[1]
    if (cells[0].startsWith('---') || !['rule', 'filter', 'wrong'].includes(kind)) continue
    assert.ok(rule, `${line}: a rule stands between backticks`)
    if (kind === 'rule') shoppers.at(-1).examples.push({ rule, value: readValue(cells[1]) })
    if (kind === 'filter') filters.push(rule)
    if (kind === 'wrong') mistakes.push({ rule, code: cells[1] })
  }
  return { shoppers, filters, mistakes }
}

function readValue(cell) {
  const known = { true: true, false: false, missing: 'missing' }
  if (Object.hasOwn(known, cell)) return known[cell]
  assert.match(cell, /^-?\d+(\.\d+)?$/, 'a value is a number, true, false or missing')
  return Number(cell)
}
