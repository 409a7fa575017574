// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { PackDescription } from '../builder/PackDescription.js'
import { countRules } from './countRules.js'
import { describeManifest } from './describeManifest.js'
import { formatNumber } from './formatNumber.js'
import { formatTable } from './formatTable.js'
import type { Terminal } from './Terminal.js'

/** What is in a pack, for people. */
export function describePack(pack: PackDescription, terminal: Terminal): string {
  const { version, manifest, scoring } = pack
  const facts = formatTable([
    ['format', `${version.major}.${version.minor}`],
    ['switched', pack.off ? 'off: pages behave as if the package were absent' : 'on'],
    ['size', `${formatNumber(pack.bytes)} bytes`],
    ['products', formatNumber(pack.products)],
    [
      'vectors',
      `${formatNumber(scoring.vectors)} products, ${formatNumber(scoring.vectorBytes)} bytes`,
    ],
    ['pairs', `${formatNumber(scoring.pairs)}, ${formatNumber(scoring.pairBytes)} bytes`],
    ['scoring', `${formatNumber(scoring.bytesPerItem)} bytes a product`],
    ['support', `at least ${formatNumber(pack.minSupport)} behind each pair and vector`],
    ['retention', `${formatNumber(pack.retentionDays)} days`],
    ['audience', pack.audience],
    ['rules', countRules(pack.rules)],
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
    ['slot', 'strategy', 'count', 'fallback'],
    ...pack.slots.map((slot) => [
      slot.name,
      slot.strategy,
      slot.count ? formatNumber(slot.count) : '',
      slot.fallback.join(', '),
    ]),
  ])
  const tables = [sections, slots].map((table) => headed(table, terminal))
  return [facts, ...tables, describeManifest(manifest, terminal)].join('\n\n')
}

function headed(table: string, terminal: Terminal): string {
  const [head, ...rows] = table.split('\n')
  return [terminal.bold(head), ...(rows.length ? rows : ['none'])].join('\n')
}
