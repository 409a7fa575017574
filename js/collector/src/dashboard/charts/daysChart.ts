// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { dateMarks } from './dateMarks.js'

const width = 260
const height = 110

export interface DayLine {
  colour: string
  dash: number[]
  /** Shares, day by day; nothing where the day has none. */
  shares: (number | undefined)[]
}

/** Shares by day that were counted exactly. */
export function daysChart(lines: readonly DayLine[], from: string, to: string): object {
  const values = lines.flatMap(({ shares }, line) =>
    shares.map((share, x) => ({ line, x, share: share ?? 0, isKnown: share !== undefined })),
  )
  const of = (name: string, pick: (line: DayLine) => unknown) => ({
    name,
    type: 'ordinal',
    domain: lines.map((_, i) => i),
    range: lines.map(pick),
  })
  const most = Math.max(...values.map(({ share }) => share), 0.001)
  const days = Math.max(...lines.map(({ shares }) => shares.length - 1), 1)
  return {
    width,
    height,
    padding: { left: 46, right: 6, top: 8, bottom: 24 },
    data: [{ name: 'days', values }],
    scales: [
      { name: 'x', type: 'linear', domain: [0, days], range: 'width' },
      { name: 'y', type: 'linear', domain: [0, most], range: 'height', nice: true },
      of('colour', ({ colour }) => colour),
      of('dash', ({ dash }) => dash),
    ],
    axes: [{ orient: 'left', scale: 'y', format: '~%', grid: true, tickCount: 4 }],
    marks: [
      {
        type: 'group',
        from: { facet: { name: 'of', data: 'days', groupby: 'line' } },
        marks: [
          {
            type: 'line',
            from: { data: 'of' },
            encode: {
              enter: {
                x: { scale: 'x', field: 'x' },
                y: { scale: 'y', field: 'share' },
                defined: { field: 'isKnown' },
                stroke: { scale: 'colour', field: 'line' },
                strokeDash: { scale: 'dash', field: 'line' },
                strokeWidth: { value: 2.5 },
              },
            },
          },
        ],
      },
      ...dateMarks(from, to, width, height),
    ],
  }
}
