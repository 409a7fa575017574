// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { dateMarks } from './dateMarks.js'
import type { Interval } from './Interval.js'

export interface TrendPoint {
  share: number
  interval: Interval
  /** It may still change. */
  open: boolean
}

const width = 118
const height = 64
/** More would be a smear. */
const mostDots = 30

/** A share over the epochs, with the band of its interval; a gap where there is nothing to tell. */
export function trendChart(
  points: readonly (TrendPoint | undefined)[],
  from: string,
  to: string,
): object {
  const values = points.map((point, i) => ({
    x: i,
    share: point?.share ?? 0,
    low: point?.interval.low ?? 0,
    high: point?.interval.high ?? 0,
    isKnown: point !== undefined,
    fill: point?.open ? 'var(--surface)' : 'var(--accent)',
  }))
  const known = values.filter(({ isKnown }) => isKnown)
  const most = Math.max(...known.map(({ share, high }) => Math.max(share, high)), 0.001)
  const x = { scale: 'x', field: 'x' }
  const defined = { field: 'isKnown' }
  return {
    width,
    height,
    padding: { left: 46, right: 6, top: 8, bottom: 24 },
    data: [
      { name: 'points', values },
      { name: 'known', values: known },
    ],
    scales: [
      { name: 'x', type: 'linear', domain: [0, Math.max(points.length - 1, 1)], range: 'width' },
      { name: 'y', type: 'linear', domain: [0, most], range: 'height', nice: 3 },
    ],
    axes: [{ orient: 'left', scale: 'y', format: '~%', grid: true, tickCount: 3 }],
    marks: [
      {
        type: 'area',
        from: { data: 'points' },
        encode: {
          enter: {
            x,
            y: { scale: 'y', field: 'low' },
            y2: { scale: 'y', field: 'high' },
            defined,
            fill: { value: 'var(--band)' },
          },
        },
      },
      {
        type: 'line',
        from: { data: 'points' },
        encode: {
          enter: {
            x,
            y: { scale: 'y', field: 'share' },
            defined,
            stroke: { value: 'var(--accent)' },
            strokeWidth: { value: 2 },
          },
        },
      },
      {
        type: 'symbol',
        from: { data: 'known' },
        encode: {
          enter: {
            x,
            y: { scale: 'y', field: 'share' },
            size: { value: points.length > mostDots ? 0 : 22 },
            fill: { field: 'fill' },
            stroke: { value: 'var(--accent)' },
            strokeWidth: { value: 1.5 },
          },
        },
      },
      ...dateMarks(from, to, width, height),
    ],
  }
}
