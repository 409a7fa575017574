// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Trial, TriedSettings } from './Trial.js'

/** Of so many trials the best looks better than it is: by one standard error something nearly always does. */
const leastErrors = 2

/**
 * The place of the best trial. The first, the defaults, stays unless another's gain is more than twice the gain's standard
 * error: a shop with little history keeps what did well elsewhere. Trials are compared case by case: most cases are
 * worth the same with both, so the difference is far surer than either score.
 */
export function chooseSettings(trials: readonly Trial[]): {
  chosen: number
  tried: TriedSettings[]
} {
  const tried = trials.map(({ settings, worth }) => ({
    ...settings,
    ...compare(worth, trials[0].worth),
  }))
  let chosen = 0
  for (const [i, { gain, error }] of tried.entries()) {
    if (gain > leastErrors * error && gain > tried[chosen].gain) chosen = i
  }
  return { chosen, tried }
}

function compare(
  worth: Float32Array,
  base: Float32Array,
): Pick<TriedSettings, 'score' | 'gain' | 'error'> {
  let sum = 0
  let gained = 0
  let squares = 0
  for (const [i, value] of worth.entries()) {
    const gain = value - base[i]
    sum += value
    gained += gain
    squares += gain * gain
  }
  const cases = worth.length
  const gain = gained / cases
  return {
    score: sum / cases,
    gain,
    error: Math.sqrt(Math.max(squares / cases - gain * gain, 0) / cases),
  }
}
