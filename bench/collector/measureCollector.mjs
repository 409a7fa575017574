// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What it takes to count a report, over HTTP, durably: the collector with SQLite on one core, beside one that commits each report
// by itself.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { description, measures } from '../../tests/collector/support/description.mjs'
import { epochAt, report } from '../../tests/collector/support/reports.mjs'
import { result } from '../table.mjs'
import { send } from './send.mjs'
import { startServer } from './startServer.mjs'

const mark = 3_000 // a second
const connections = 128

export async function measureCollector(rounds, reports = 20_000) {
  const folder = mkdtempSync(`${tmpdir()}/etalage-bench-`)
  try {
    const pack = `${folder}/shop.pack`
    writeFileSync(pack, JSON.stringify(description))
    const here = (path) => fileURLToPath(new URL(path, import.meta.url))
    const collector = here('../../tests/collector/support/server.mjs')
    const ours = await measure(rounds, reports, (round) =>
      startServer(
        collector,
        ...['--db', `${folder}/ours-${round}.sqlite`, '--pack', pack, '--port', '0'],
      ),
    )
    // It waits for the disk each time: a share of the reports is enough to know.
    const theirs = await measure(rounds, Math.ceil(reports / 10), (round) =>
      startServer(here('plainServer.mjs'), `${folder}/plain-${round}.sqlite`),
    )
    const name = 'a report counted durably over HTTP, SQLite, one core'
    return [
      result(name, 'µs', ours, 'a transaction for each', theirs),
      result(name, 'µs', ours, `mark: ${mark} a second`, 1e6 / mark),
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The median over the rounds of what a report takes, in microseconds. */
async function measure(rounds, count, start) {
  const taken = []
  for (let round = 0; round < rounds; ++round) {
    const { port, stop } = await start(round)
    await send(port, makeReports(Math.ceil(count / 10)), connections)
    taken.push((1e6 * (await send(port, makeReports(count), connections))) / count)
    await stop()
  }
  return taken.sort((a, b) => a - b)[rounds >> 1]
}

/** To measures of both mechanisms. */
function makeReports(count) {
  const asked = [measures.lifecycle, measures.package, measures.gaps]
  const unary = Array.from({ length: 40 }, (_, bucket) => bucket).filter(
    (bucket) => bucket % 4 === 0,
  )
  return Array.from({ length: count }, (_, i) => {
    const measure = asked[i % asked.length]
    const buckets = measure.mechanism === 'oue' ? unary : [i % 4]
    return report(measure, epochAt(measure, Date.now()), buckets)
  })
}
