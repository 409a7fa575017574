// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Quality } from '../quality/Quality.js'
import { accuracyTable } from './accuracyTable.js'
import { formatNumber } from './formatNumber.js'
import type { Terminal } from './Terminal.js'

/** The quality report, for people. */
export function describeQuality(quality: Quality, terminal: Terminal): string {
  if ('unknown' in quality) return `Quality: not measured, ${quality.unknown}.`
  const { heldOut, cases, coverage, headShare } = quality
  const days = heldOut.from ? `from ${heldOut.from} to ${heldOut.to}, ` : ''
  const steps =
    heldOut.steps > cases
      ? `${formatNumber(cases)} of ${formatNumber(heldOut.steps)}`
      : formatNumber(cases)
  return [
    terminal.bold('Quality') +
      `: how well a pack without the last sessions foretells them` +
      ` (${days}${formatNumber(heldOut.sessions)} sessions, ${steps} steps)`,
    accuracyTable('this pack', quality),
    `coverage ${percent(coverage)} of the products; ${percent(headShare)} of the places go to the most popular tenth`,
    terminal.dim(
      'new: steps to a product that the session did not have yet, with its products kept out of the list',
    ),
  ].join('\n')
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}
