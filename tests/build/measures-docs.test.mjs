// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// docs/measures.md tells the truth: its configuration builds, and its tables are what the command line makes of them.
//
//   ```js        with "defineConfig": the shop
//   | asked | answers |     a measure of that shop and its answers
//   | wrong | expected |    a measure that is refused, and a part of the message
//   | buckets | `ln 2` |    how many reports it takes
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { EtalageError } from '../../js/build/dist/EtalageError.js'
import { readSettings } from '../../js/build/dist/config/readSettings.js'
import { loadBuildModule } from '../../js/build/dist/loadBuildModule.js'
import { Estimator } from '../../js/build/dist/measures/Estimator.js'
import { Shop } from './shop.mjs'

const text = readFileSync(new URL('../../docs/measures.md', import.meta.url), 'utf8')
const tables = readTables()
const local = new URL('../../js/build/dist/index.js', import.meta.url).href
const shopConfig = [...text.matchAll(/^```js\n(.*?)^```$/gms)]
  .map(([, content]) => content)
  .find((content) => content.includes('defineConfig'))
  .replace("'@etalage/build'", `'${local}'`)
const { default: shop } = await import(`data:text/javascript,${encodeURIComponent(shopConfig)}`)

test('the configuration of the page compiles without a warning, and lint knows all of its measures', () => {
  const files = new Shop({ 'etalage.config.js': shopConfig })
  const { ok, problems, measuring } = files.json('lint')
  assert.deepEqual([ok, problems], [true, []])
  const running = ['stage', 'views', 'skill', 'home']
  const names = measuring.measures.map(({ name }) => name)
  assert.deepEqual(
    names.filter((name) => running.includes(name)),
    running,
  )
})

test('every question has the answers that are shown', () => {
  const asked = tables.asked.map(([question, answers]) => [question, words(answers)])
  assert.ok(asked.length >= 10)
  const found = asked.map(([question]) => {
    const { rules, measures, texts } = read(question).rules
    if (measures.find(({ name }) => name === 'asked').personalise)
      return [question, texts.flatMap(({ key }) => /^answer asked=(.*)/.exec(key)?.[1] ?? [])]
    const rule = rules.find(({ kind, name }) => kind === 'measure' && name === 'asked')
    return [question, rule.cases.map(({ value }) => value)]
  })
  assert.deepEqual(found, asked)
})

test('it takes as many reports as the table says', async (t) => {
  const estimator = new Estimator(await loadBuildModule())
  t.after(() => estimator.delete())
  const { head, rows } = tables.buckets
  const ratios = head.slice(1).map((epsilon) => Number(/^`ln (\d+)`$/.exec(epsilon)[1]))
  const found = rows.map(([buckets]) => {
    const k = Number(buckets)
    return [
      buckets,
      ...ratios.map((a) => {
        const channel = { mechanism: k - 2 < 3 * a ? 'k-rr' : 'oue', buckets: k, a, b: 1 }
        return Math.ceil(estimator.needed(channel, 0.05, 0.01).reports).toLocaleString('en')
      }),
    ]
  })
  assert.deepEqual(found, rows)
})

test('every mistake is refused with what is shown', () => {
  assert.ok(tables.wrong.length >= 6)
  for (const [question, expected] of tables.wrong) {
    assert.throws(
      () => read(question, 'wrong'),
      (error) => {
        assert.ok(error instanceof EtalageError, error.stack)
        const { what, expected: right } = error.problem
        assert.ok(`${what}; ${right}`.includes(expected), `${question}: ${what}; ${right}`)
        return true
      },
    )
  }
})

/** The shop of the page with one measure more, in the words of the page. */
function read(question, name = 'asked') {
  const measure = new Function(`return ${question.replace(/^`|`$/g, '')}`)()
  return readSettings(
    { extends: [shop], measures: { [name]: measure } },
    fileURLToPath(import.meta.url),
  )
}

function words(cell) {
  return [...cell.matchAll(/`([^`]*)`/g)].map(([, word]) => word)
}

function readTables() {
  const found = { asked: [], wrong: [], buckets: { head: [], rows: [] } }
  let kind
  for (const line of text.split('\n')) {
    const cells = /^\|(.*)\|$/
      .exec(line)?.[1]
      .split(' | ')
      .map((cell) => cell.trim())
    if (!cells) {
      kind = undefined
      continue
    }
    if (kind === undefined) {
      kind = cells[0]
      if (kind === 'buckets') found.buckets.head = cells
    } else if (!cells[0].startsWith('---')) {
      if (kind === 'asked') found.asked.push(cells)
      if (kind === 'wrong') found.wrong.push(cells)
      if (kind === 'buckets') found.buckets.rows.push(cells)
    }
  }
  return found
}
