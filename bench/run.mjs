// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Benchmarks beside their peers: `npm run bench`. With --json FILE the figures as JSON; --rounds N for other than the
// usual number of rounds.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { main } from '../toolchain/main.mjs'
import { build } from '../tools/build.mjs'
import { measureCollector } from './collector/measureCollector.mjs'
import { measureMemory } from './memory/measureMemory.mjs'
import { measureRecommend } from './recommend/measureRecommend.mjs'
import { measureRules } from './rules/measureRules.mjs'
import { table } from './table.mjs'

await main(import.meta.url, async () => {
  const { values } = parseArgs({
    options: { json: { type: 'string' }, rounds: { type: 'string', default: '15' } },
  })
  const rounds = Number(values.rounds)
  if (!Number.isInteger(rounds) || rounds < 1) {
    throw new Error(`--rounds ${values.rounds}: a whole number from 1 on is expected`)
  }
  await build()
  const results = [
    ...(await measureRules(rounds)),
    ...(await measureMemory()),
    ...(await measureRecommend(rounds)),
    ...(await measureCollector(Math.min(rounds, 5))),
  ]
  console.log(table(results))
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ results }, null, 2)}\n`)
})
