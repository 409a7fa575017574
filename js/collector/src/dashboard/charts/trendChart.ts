// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Interval } from './Interval.js'

export interface TrendPoint {
  share: number
  interval: Interval
  /** It may still change. */
  open: boolean
}

const width = 122
const height = 64

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
  const date = (text: string, x: number, align: string) => ({
    type: 'text',
    encode: {
      enter: {
        x: { value: x },
        y: { value: height + 9 },
        align: { value: align },
        baseline: { value: 'top' },
        text: { value: text },
        fill: { value: 'var(--soft)' },
      },
    },
  })
  return {
    width,
    height,
    padding: { left: 42, right: 6, top: 8, bottom: 24 },
    data: [
      { name: 'points', values },
      { name: 'known', values: known },
    ],
    scales: [
      { name: 'x', type: 'linear', domain: [0, Math.max(points.length - 1, 1)], range: 'width' },
      { name: 'y', type: 'linear', domain: [0, most], range: 'height', nice: 2 },
    ],
    axes: [{ orient: 'left', scale: 'y', format: '~%', grid: true, tickCount: 2 }],
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
            size: { value: 22 },
            fill: { field: 'fill' },
            stroke: { value: 'var(--accent)' },
            strokeWidth: { value: 1.5 },
          },
        },
      },
      date(from, 0, 'left'),
      date(to, width, 'right'),
    ],
  }
}
