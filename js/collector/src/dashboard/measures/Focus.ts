// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { BucketEstimate, EpochEstimates, MeasureEstimates } from '../DashboardData.js'

/** The part of what was measured that a group of numbers is of. */
export interface Focus {
  from: string
  to: string
  reports: number
  open: boolean
  estimates: BucketEstimate[]
}

/** All epochs together. */
export function wholePeriod({ total, epochs, from, to }: MeasureEstimates): Focus | undefined {
  const { reports, estimates } = total
  if (!estimates) return undefined
  return { from, to, reports, estimates, open: epochs.some(({ open }) => open) }
}

/** The state of today: the last epoch that is complete, else the last that tells anything, else all that there is. */
export function latestEpoch(measured: MeasureEstimates): Focus | undefined {
  const telling = measured.epochs.filter(isTelling)
  return telling.findLast(({ open }) => !open) ?? telling.at(-1) ?? wholePeriod(measured)
}

export function isTelling(epoch: EpochEstimates): epoch is EpochEstimates & Focus {
  return epoch.estimates !== null
}
