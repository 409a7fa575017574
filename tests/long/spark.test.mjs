// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Spark makes the same sessions as DuckDB of the same lines, and a build takes the folders that Spark writes. Needs a Python with
// pyspark and a Java: the one that ETALAGE_SPARK_PYTHON names, else python3.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import test from 'node:test'
import { fileURLToPath } from 'node:url'
import * as sql from '../../js/build/dist/sql/history.js'
import { inDuckDb, randomHistory, readLines, sessionise, typedLines } from '../build/sessionise.mjs'
import { Shop } from '../build/shop.mjs'

const python = process.env.ETALAGE_SPARK_PYTHON ?? 'python3'
const script = fileURLToPath(new URL('spark.py', import.meta.url))
const found = spawnSync(python, ['-c', 'import pyspark']).status === 0
const skip = !found && 'needs pyspark: python3 -m pip install pyspark, and a Java'

test(
  'Spark makes the same sessions, and what it writes gives the same pack',
  { skip },
  async (t) => {
    const { lines, items } = randomHistory(5)
    const shop = new Shop({
      'products.jsonl': items.map((id) => JSON.stringify({ id })),
      'events.csv': lines,
    })
    const db = await readLines(t, lines)
    shop.write('asked.json', JSON.stringify({ sql, lines: await typedLines(db) }))
    const ran = spawnSync(python, [script, shop.path('asked.json'), shop.folder], {
      encoding: 'utf8',
    })
    assert.equal(ran.status, 0, ran.stderr)
    const ours = await sessionise(inDuckDb(db))
    assert.deepEqual(JSON.parse(readFileSync(shop.path('answers.json'), 'utf8')), {
      firstBadLine: ours.bad,
      countLines: ours.lines,
      ...Object.fromEntries(Object.entries(ours).filter(([key]) => key in sql)),
      touchesByVariant: ours.touches,
    })

    const build = (history) => {
      shop.write('etalage.config.js', { catalogue: 'products.jsonl', history })
      const report = shop.json('build')
      return { quality: report.quality, pack: readFileSync(shop.path('shop.pack')) }
    }
    const whole = build('events.csv')
    for (const folder of ['parquet', 'json', 'csv']) {
      const { quality, pack } = build(folder)
      assert.deepEqual(quality, whole.quality, folder)
      assert.ok(pack.equals(whole.pack), folder)
    }
    const parts = readdirSync(shop.path('csv')).filter((name) => name.endsWith('.csv.gz'))
    assert.ok(parts.length > 1, `${parts.length} parts`)
  },
)
