// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Manifest } from '../builder/Compilation.js'
import type { HistorySummary } from '../history/History.js'
import type { BuildReport } from '../pack/BuildReport.js'
import { describeMeasures } from './describeMeasures.js'
import { describeQuality } from './describeQuality.js'
import { describeSettings } from './describeSettings.js'
import { formatNumber as n } from './formatNumber.js'
import { formatTable } from './formatTable.js'
import type { Terminal } from './Terminal.js'
import { wrapWords } from './wrapWords.js'

/** The report of a build, for people. */
export function describeBuild(report: BuildReport, terminal: Terminal): string {
  const { pack, history, manifest, quality, seconds } = report
  const collected = [
    ...longestKept(manifest).map(([event, days]) =>
      event === 'cart' ? event : `${event} ${n(days)} days`,
    ),
    ...manifest.facts.map(({ name }) => `answer ${name}`),
  ]
  const facts = [
    ...(history ? historyFacts(history) : []),
    ['products', `${n(report.products)}, ${n(report.vectors)} with a vector`],
    ...describeSettings(report.settings),
    ['rules', n(report.rules)],
    ...wrapWords(collected.length ? collected : ['nothing'], 80).map((line, i) => [
      i ? '' : 'collects',
      line,
    ]),
    ['size', `${n(report.bytes)} bytes, ${n(report.brotliBytes)} with Brotli`],
    ['', `${n(report.bytesPerItem)} bytes a product for scoring`],
    ...(report.report ? [['report', report.report]] : []),
    ...(report.segments
      ? [['segments', `${report.segments}: their sizes in the history, for the shop alone`]]
      : []),
    [
      'seconds',
      `${n(seconds.total)}: reading ${n(seconds.read)}, choosing settings ${n(seconds.choose)}, training ${n(seconds.train)}`,
    ],
  ]
  return [
    [terminal.bold(pack), formatTable(facts)].join('\n'),
    describeQuality(quality, terminal),
    ...describeMeasures(report.measuring, terminal),
  ].join('\n\n')
}

/** Each event once, whatever the purposes that it is kept for. */
function longestKept({ events }: Manifest): [event: string, days: number][] {
  const longest = new Map<string, number>()
  for (const { event, days } of events) longest.set(event, Math.max(longest.get(event) ?? 0, days))
  return [...longest]
}

function historyFacts(history: HistorySummary): string[][] {
  const { lines, incomplete, leftOut, used, matched, sessions, customers } = history
  const facts = [['history', `${n(lines)} lines, ${n(used)} of them used`]]
  if (incomplete) facts.push(['', `${n(incomplete)} skipped: no session or no item`])
  if (leftOut)
    facts.push(['', `${n(leftOut)} left out: listings, removals, returns, repeated purchases`])
  if (matched !== undefined) {
    const share = ((100 * matched) / used).toFixed(1)
    facts.push(['matched', `${share} % of the used lines name a product of the catalogue`])
  }
  facts.push([
    'sessions',
    `${n(sessions)}, ${customers ? `${n(customers)} known customers` : 'customers unknown'}`,
  ])
  return facts
}
