// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { headings } from './headings.js'
import type { Interval } from './Interval.js'

/** A difference with its intervals, in points. */
export interface ForestRow {
  label: string
  value: number
  /** For who looks once. */
  fixed?: Interval
  /** For who looks at any time. */
  anytime?: Interval
  text: string
  /** The interval for any look leaves zero. */
  isCertain: boolean
}

const width = 290
/** Of what is drawn under a heading. */
const plot = 28

/** Differences under each other beside a line at zero. */
export function forestChart(rows: readonly ForestRow[]): object {
  const { height: line, labels, marks } = headings(rows, width)
  const step = line + plot
  const middle = line + plot / 2 - 2
  const placed = rows.map(({ value, fixed, anytime, text, isCertain }, i) => ({
    label: labels[i],
    value,
    low: fixed?.low ?? value,
    high: fixed?.high ?? value,
    anyLow: anytime?.low ?? value,
    anyHigh: anytime?.high ?? value,
    text,
    y: i * step,
    colour: isCertain ? 'var(--accent)' : 'var(--edge)',
    shape: isCertain ? 'diamond' : 'circle',
    fill: isCertain ? 'var(--accent)' : 'var(--surface)',
  }))
  const ends = placed.flatMap(({ low, high, anyLow, anyHigh }) => [low, high, anyLow, anyHigh])
  const height = rows.length * step
  const from = { data: 'rows' }
  const range = (low: string, high: string, strokeWidth: number) => ({
    type: 'rule',
    from,
    encode: {
      enter: {
        x: { scale: 'x', field: low },
        x2: { scale: 'x', field: high },
        y: { field: 'y', offset: middle },
        stroke: { field: 'colour' },
        strokeWidth: { value: strokeWidth },
      },
    },
  })
  return {
    width,
    height,
    padding: { left: 16, right: 18, top: 0, bottom: 26 },
    data: [{ name: 'rows', values: placed }],
    scales: [
      {
        name: 'x',
        type: 'linear',
        domain: [Math.min(0, ...ends), Math.max(0, ...ends, 0.1)],
        range: 'width',
        nice: 5,
      },
    ],
    axes: [{ orient: 'bottom', scale: 'x', format: '~f', tickCount: 5 }],
    marks: [
      {
        type: 'rule',
        encode: {
          enter: {
            x: { scale: 'x', value: 0 },
            y: { value: line },
            y2: { value: height },
            stroke: { value: 'var(--ink)' },
            strokeDash: { value: [3, 3] },
          },
        },
      },
      // The zero line ends where words begin.
      {
        type: 'rect',
        from,
        encode: {
          enter: {
            x: { value: 0 },
            width: { value: width },
            y: { field: 'y' },
            height: { value: line },
            fill: { value: 'var(--surface)' },
          },
        },
      },
      ...marks('rows'),
      range('anyLow', 'anyHigh', 1.5),
      range('low', 'high', 6),
      {
        type: 'symbol',
        from,
        encode: {
          enter: {
            x: { scale: 'x', field: 'value' },
            y: { field: 'y', offset: middle },
            shape: { field: 'shape' },
            size: { value: 110 },
            fill: { field: 'fill' },
            stroke: { value: 'var(--ink)' },
            strokeWidth: { value: 1.5 },
          },
        },
      },
    ],
  }
}
