// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { MeasuresDescription } from '../measures/MeasureDescription.js'
import type { PackDescription } from '../builder/PackDescription.js'
import { countRules } from './countRules.js'
import { describeManifest } from './describeManifest.js'
import { formatNumber } from './formatNumber.js'
import { describeProgram } from './describeProgram.js'
import { formatTable } from './formatTable.js'
import { headed } from './headed.js'
import type { Terminal } from './Terminal.js'
import { wrapWords } from './wrapWords.js'

/** What is in a pack, for people. */
export function describePack(
  pack: PackDescription & MeasuresDescription,
  terminal: Terminal,
): string {
  const { version, manifest, scoring } = pack
  const facts = formatTable([
    ['format', `${version.major}.${version.minor}`],
    ['switched', pack.off ? 'off: pages behave as if the package were absent' : 'on'],
    ['size', `${formatNumber(pack.bytes)} bytes`],
    ['products', formatNumber(pack.products)],
    ...fields(pack.fields).map((line, i) => [i ? '' : 'with', line]),
    ...pack.attributes.map(({ name, type, products }, i) => [
      i ? '' : 'attributes',
      `${name}: a ${type}, of ${formatNumber(products)} products`,
    ]),
    [
      'lists',
      `${formatNumber(pack.lists.hidden)} hidden, ${formatNumber(pack.lists.trending)} trending, ` +
        `${formatNumber(pack.lists.new)} new, ${formatNumber(pack.lists.boughtAgain)} bought again after a known time`,
    ],
    ...Object.entries(pack.lists.segmentLists).map(([segment, count]) => [
      '',
      `${formatNumber(count)} of segment ${segment}`,
    ]),
    [
      'vectors',
      `${formatNumber(scoring.learned)} learned, ${formatNumber(scoring.ofAttributes)} of attributes, ` +
        `${formatNumber(scoring.vectorBytes)} bytes`,
    ],
    ['pairs', `${formatNumber(scoring.pairs)}, ${formatNumber(scoring.pairBytes)} bytes`],
    ['scoring', `${formatNumber(scoring.bytesPerItem)} bytes a product`],
    [
      'model',
      `${pack.positions.length} weights, ${pack.repeats.flat().length} rates of repeats, ` +
        `vectors at ${pack.blend.vectors.toFixed(2)}, pairs falling to ${pack.blend.pairDecay.toFixed(2)} a place`,
    ],
    ['support', `at least ${formatNumber(pack.minSupport)} behind each pair and learned vector`],
    ['retention', `${formatNumber(pack.retentionDays)} days`],
    ['audience', pack.audience],
    ['currency', pack.currency || 'none'],
    ['rules', countRules(pack.rules)],
    [
      'budget',
      `ε ${formatNumber(pack.budget.week)} a week, ${formatNumber(pack.budget.lifetime)} in a lifetime`,
    ],
  ])
  const sections = formatTable(
    [
      ['section', '', 'offset', 'bytes', 'entries'],
      ...pack.sections.map((section) => [
        section.tag,
        section.content,
        formatNumber(section.offset),
        formatNumber(section.bytes),
        formatNumber(section.count),
      ]),
    ],
    2,
  )
  const slots = formatTable([
    ['slot', 'strategy', 'count', 'fallback', 'arranged'],
    ...pack.slots.map((slot) => [
      slot.name,
      slot.strategy,
      slot.count ? formatNumber(slot.count) : '',
      slot.fallback.join(', '),
      Object.entries(slot.arranged)
        .map(([key, value]) => `${key} ${[value].flat().map(arrangedValue).join(' ')}`)
        .join(', '),
    ]),
  ])
  const measures = formatTable([
    ['measure', 'asks', 'every', 'answers', 'how', 'ε', 'series'],
    ...pack.measures.map(({ name, of, days, rows, columns, mechanism, epsilon, series }) => [
      name,
      of,
      `${days}d`,
      rows.map(({ value }) => value).join(', ') +
        (columns.length ? ` by ${columns.map(({ value }) => value).join(', ')}` : ''),
      mechanism,
      epsilon.toFixed(2),
      series,
    ]),
  ])
  const day = (time: number) => (time ? new Date(time).toISOString().slice(0, 10) : '')
  const experiments = formatTable([
    ['experiment', 'slot', 'held out', 'from', 'until', 'compared with'],
    ...pack.experiments.map(({ name, slot, holdout, from, to, compare }) => [
      name,
      slot || 'all',
      `${formatNumber(100 * holdout)} %`,
      day(from),
      day(to),
      compare,
    ]),
  ])
  const tables = [sections, slots, measures, experiments].map((table) => headed(table, terminal))
  return [
    facts,
    ...tables,
    describeManifest(manifest, terminal),
    ...describeProgram(pack, terminal),
  ].join('\n\n')
}

function arrangedValue(value: string | number | null): string {
  return typeof value === 'number' ? formatNumber(value) : (value ?? '-')
}

/** `60 title, 12 price` */
function fields(counts: PackDescription['fields']): string[] {
  const words = { inStock: 'in stock', aliases: 'further ids' } as Partial<Record<string, string>>
  const filled = Object.entries(counts).filter(([, count]) => count > 0)
  if (filled.length === 0) return []
  return wrapWords(
    filled.map(([name, count]) => `${formatNumber(count)} ${words[name] ?? name}`),
    80,
  )
}
