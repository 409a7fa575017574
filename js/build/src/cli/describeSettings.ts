// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { ModelSettings } from '../builder/ModelSettings.js'
import type { SettingsReport } from '../quality/tuning/SettingsReport.js'
import type { TriedSettings } from '../quality/tuning/Trial.js'
import { formatNumber } from './formatNumber.js'

/** With which settings the pack was made and how they were found, as rows of a table. */
export function describeSettings(settings: SettingsReport): string[][] {
  const { search } = settings
  if ('unknown' in search) {
    return [
      ['settings', `the defaults, ${name(settings)}`],
      ['', `not chosen: ${search.unknown}`],
    ]
  }
  const { tried, steps, events, seconds } = search
  const [defaults] = tried
  const chosen = tried.find((other) => name(other) === name(settings)) ?? defaults
  const best = tried.reduce((a, b) => (b.gain > a.gain ? b : a))
  return [
    ['settings', `${chosen === defaults ? 'the defaults, ' : ''}${name(settings)}`],
    [
      '',
      `chosen from ${tried.length} in ${formatNumber(seconds)} s: trained on ${formatNumber(events)} events, tried on ${formatNumber(steps)} later steps`,
    ],
    ...(chosen === defaults
      ? [['', `the best of the others is not surely better: ${name(best)}, ${gained(best)}`]]
      : [['', `${gained(chosen)} more than the defaults in the mean of HR@20 and MRR@20`]]),
  ]
}

function name({ positions, epochs, vectors, pairDecay }: ModelSettings): string {
  return `${positions} positions, ${epochs} epochs, vectors ${vectors}, decay ${pairDecay.toFixed(2)}`
}

function gained({ gain, error }: TriedSettings): string {
  return `${gain >= 0 ? '+' : ''}${gain.toFixed(4)} ± ${error.toFixed(4)}`
}
