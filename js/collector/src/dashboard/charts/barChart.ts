// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { headings } from './headings.js'
import type { Interval } from './Interval.js'

export interface Bar {
  label: string
  share: number
  interval?: Interval
  /** Its number, in words. */
  text: string
  /** Paler: what is left when the others are told. */
  isRest: boolean
}

const width = 310
const thickness = 14
const gap = 10

/** Shares under each other, each with its interval; what they are called stands above them. */
export function barChart(bars: readonly Bar[]): object {
  const { height, labels, marks } = headings(bars, width)
  const step = height + thickness + gap
  const placed = bars.map(({ share, interval, text, isRest }, i) => ({
    label: labels[i],
    share,
    text,
    colour: isRest ? 'var(--rest)' : 'var(--accent)',
    y: i * step,
    ...interval,
  }))
  const most = Math.max(...bars.map(({ share, interval }) => Math.max(share, interval?.high ?? 0)))
  const ranges = placed.filter(({ high }) => high !== undefined)
  const from = { data: 'bars' }
  const middle = height + thickness / 2
  /** Part of an interval; what is behind it keeps it apart from the bar. */
  const rule = (stroke: string, strokeWidth: number, x: object, reach = 0) => ({
    type: 'rule',
    from: { data: 'ranges' },
    encode: {
      enter: {
        ...x,
        y: { field: 'y', offset: middle - reach },
        y2: { field: 'y', offset: middle + reach },
        stroke: { value: stroke },
        strokeWidth: { value: strokeWidth },
      },
    },
  })
  const at = (field: string) => ({ scale: 'x', field })
  const range = { x: at('low'), x2: at('high') }
  return {
    width,
    height: bars.length * step - gap,
    padding: { left: 2, right: 4, top: 0, bottom: 2 },
    data: [
      { name: 'bars', values: placed },
      { name: 'ranges', values: ranges },
    ],
    scales: [{ name: 'x', type: 'linear', domain: [0, most || 1], range: 'width' }],
    marks: [
      ...marks('bars'),
      {
        type: 'rect',
        from,
        encode: {
          enter: {
            x: { scale: 'x', value: 0 },
            x2: { scale: 'x', field: 'share' },
            y: { field: 'y', offset: height },
            height: { value: thickness },
            fill: { field: 'colour' },
          },
        },
      },
      rule('var(--surface)', 4, range),
      ...['low', 'high'].map((end) => rule('var(--surface)', 4, { x: at(end) }, 5)),
      rule('var(--ink)', 1.5, range),
      ...['low', 'high'].map((end) => rule('var(--ink)', 1.5, { x: at(end) }, 4)),
    ],
  }
}
