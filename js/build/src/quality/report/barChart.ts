// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Interval } from './interval.js'

export interface Bar {
  group: string
  /** A CSS colour. */
  colour: string
  share: number
  /** What stands beside it. */
  text: string
  interval?: Interval
}

const thickness = 18

/** Shares side by side, group under group, each with its interval. */
export function barChart(bars: readonly Bar[]): object {
  const groups = [...new Set(bars.map(({ group }) => group))]
  let y = 0
  const placed = groups.flatMap((group) => {
    const title = { y, group }
    y += 20
    const own = bars.filter((bar) => bar.group === group)
    const rows = own.map(({ interval, ...bar }, i) => ({
      ...bar,
      group: i ? '' : title.group,
      titleY: title.y + 10,
      y: y + i * (thickness + 3),
      low: interval?.low ?? bar.share,
      high: interval?.high ?? bar.share,
    }))
    y += own.length * (thickness + 3) + 12
    return rows
  })
  const most = Math.max(...placed.map(({ high }) => high), 0.01)
  const middle = { field: 'y', offset: thickness / 2 }
  return {
    width: 300,
    height: y - 12,
    data: [{ name: 'bars', values: placed }],
    // Room at the right for the number beside the longest.
    scales: [{ name: 'x', type: 'linear', domain: [0, most * 1.3], range: 'width' }],
    marks: [
      {
        type: 'text',
        from: { data: 'bars' },
        encode: {
          enter: {
            x: { value: 0 },
            y: { field: 'titleY' },
            baseline: { value: 'middle' },
            text: { field: 'group' },
          },
        },
      },
      {
        type: 'rect',
        from: { data: 'bars' },
        encode: {
          enter: {
            x: { value: 0 },
            x2: { scale: 'x', field: 'share' },
            y: { field: 'y' },
            height: { value: thickness },
            fill: { field: 'colour' },
          },
        },
      },
      {
        type: 'rule',
        from: { data: 'bars' },
        encode: {
          enter: {
            x: { scale: 'x', field: 'low' },
            x2: { scale: 'x', field: 'high' },
            y: middle,
            stroke: { value: 'var(--ink)' },
            strokeWidth: { value: 1.5 },
          },
        },
      },
      {
        type: 'text',
        from: { data: 'bars' },
        encode: {
          enter: {
            x: { scale: 'x', field: 'high', offset: 6 },
            y: middle,
            baseline: { value: 'middle' },
            text: { field: 'text' },
          },
        },
      },
    ],
  }
}
