// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { MeasureEstimates, Total } from './MeasureEstimates.js'

const heading = [
  'measure',
  'series',
  'epsilon',
  'answered by',
  'epoch',
  'from',
  'to',
  'open',
  'reports',
  'enough',
  'answer',
  'by',
  'count',
  'share',
  'standard error',
  'low',
  'high',
  'display',
  'different from zero',
]

/** Estimates as comma-separated values (RFC 4180): a line for each answer in each epoch, and for all epochs together. */
export function csv(estimates: MeasureEstimates): string {
  const { epochs, total, from, to } = estimates
  const lines = [
    heading,
    ...epochs.flatMap((epoch) =>
      part(estimates, epoch, [epoch.epoch, epoch.from, epoch.to, epoch.open]),
    ),
    ...part(estimates, total, ['all', from, to, epochs.some(({ open }) => open)]),
  ]
  return lines.map((cells) => cells.map(cell).join(',') + '\r\n').join('')
}

type Value = string | number | boolean

function part({ measure, answeredBy }: MeasureEstimates, total: Total, when: Value[]): Value[][] {
  const { name, series, epsilon, rows, columns } = measure
  const lead = [name, series, epsilon, answeredBy, ...when, total.reports, total.enough]
  const width = Math.max(1, columns.length)
  if (!total.estimates)
    return [[...lead, ...new Array<string>(heading.length - lead.length).fill('')]]
  return total.estimates.map(({ count, share, se, low, high, display, different }, bucket) => [
    ...lead,
    rows[Math.floor(bucket / width)].value,
    columns[bucket % width]?.value ?? '',
    ...[count, share, se, low, high, display, different],
  ])
}

/** Text that a spreadsheet would take for a formula gets a quote before it, which it shows as text. */
function cell(value: Value): string {
  if (typeof value !== 'string') return String(value)
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
