// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { MeasureEstimates, Uplift } from '../DashboardData.js'
import { bucketsOf, withEstimates, type Bucket } from './Bucket.js'
import { isTelling, wholePeriod, type Focus } from './Focus.js'
import { sectionOf } from './sectionOf.js'
import type { Wording } from '../texts/Wording.js'

/** An experiment whose sides are not as large as they should be. */
export interface UnevenSides {
  measured: MeasureEstimates
  uplift: Uplift
}

/** An uplift whose interval for any look leaves zero. */
export interface UpliftFinding {
  measured: MeasureEstimates
  outcome: 'bought' | 'clicked'
  verdict: 'better' | 'worse'
  uplift: Uplift
}

/** A share that moved between two complete epochs by more than chance moves any on the page. */
export interface Change {
  measured: MeasureEstimates
  bucket: Bucket
  before: Focus
  after: Focus
  difference: number
  se: number
}

/** The category that shoppers miss most. */
export interface Gap {
  measured: MeasureEstimates
  bucket: Bucket
  whole: Focus
}

/** The standard normal's 97.5th percentile. */
export const z = 1.959964

/**
 * How many standard errors a change must be to stand out. So many comparisons are made on a page: this keeps the chance of a false
 * alarm under 1 in 20 for up to 780 of them.
 */
const outstanding = 4

const mostChanges = 3

export type Verdict = 'better' | 'worse' | 'leaning' | 'none' | 'unknown'

/** What an uplift says to somebody who may look at any time. */
export function verdictOf({ uplift, low, high, anytimeLow, anytimeHigh }: Uplift): Verdict {
  if (uplift === null || low === null || high === null) return 'unknown'
  if (anytimeLow !== null && anytimeLow > 0) return 'better'
  if (anytimeHigh !== null && anytimeHigh < 0) return 'worse'
  return low > 0 || high < 0 ? 'leaning' : 'none'
}

export function unevenSides(all: readonly MeasureEstimates[]): UnevenSides[] {
  return all.flatMap((measured) => {
    const uplift = measured.uplift ?? measured.clicks
    return uplift?.ratio.suspect ? [{ measured, uplift }] : []
  })
}

/** Not of an experiment whose sides are not as large as they should be. */
export function certainUplifts(all: readonly MeasureEstimates[]): UpliftFinding[] {
  const suspect = new Set(unevenSides(all).map(({ measured }) => measured))
  return all
    .filter((measured) => !suspect.has(measured))
    .flatMap((measured) =>
      (
        [
          ['bought', measured.uplift],
          ['clicked', measured.clicks],
        ] as const
      ).flatMap(([outcome, uplift]) => {
        const verdict = uplift ? verdictOf(uplift) : 'unknown'
        if (!uplift || (verdict !== 'better' && verdict !== 'worse')) return []
        return [{ measured, outcome, verdict, uplift }]
      }),
    )
}

/** The clearest changes between the last two epochs that are complete. */
export function changes(words: Wording, all: readonly MeasureEstimates[]): Change[] {
  return all
    .filter(({ measure }) => sectionOf(measure) !== 'uplift')
    .flatMap((measured) => {
      const [before, after] = measured.epochs.filter(({ open }) => !open).slice(-2)
      if (!after || !isTelling(before) || !isTelling(after)) return []
      const moved = bucketsOf(words, measured.measure).map((bucket) => {
        const [a, b] = [before, after].map(({ estimates }) => estimates[bucket.index])
        const se = Math.hypot(a.se, b.se, sampling(a.share, before), sampling(b.share, after))
        return { measured, bucket, before, after, difference: b.share - a.share, se }
      })
      // The clearest of each: what one answer loses the others win.
      return moved.toSorted(bySize).slice(0, 1)
    })
    .filter(({ difference, se }) => Math.abs(difference) > outstanding * se)
    .toSorted(bySize)
    .slice(0, mostChanges)
}

/** Who answered is a sample of all who could have. */
function sampling(share: number, { reports }: Focus): number {
  const possible = Math.min(1, Math.max(0, share))
  return Math.sqrt((possible * (1 - possible)) / reports)
}

function bySize(a: Change, b: Change): number {
  return Math.abs(b.difference) / b.se - Math.abs(a.difference) / a.se
}

export function gaps(words: Wording, all: readonly MeasureEstimates[]): Gap[] {
  return all
    .filter(({ measure }) => sectionOf(measure) === 'gaps')
    .flatMap((measured) => {
      const whole = wholePeriod(measured)
      if (!whole) return []
      const [most] = withEstimates(bucketsOf(words, measured.measure), whole.estimates)
        .filter(({ isRest, estimate }) => !isRest && estimate.different && estimate.low > 0)
        .toSorted((a, b) => b.estimate.share - a.estimate.share)
      return most ? [{ measured, bucket: most, whole }] : []
    })
}

export function waiting(all: readonly MeasureEstimates[]): MeasureEstimates[] {
  return all.filter(({ total }) => !total.enough)
}
