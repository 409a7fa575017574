// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { fitText } from './fitText.js'
import type { Interval } from './Interval.js'

export interface Bar {
  label: string
  share: number
  interval?: Interval
  /** What stands at its end of the line. */
  text: string
  /** Paler: what is left when the others are told. */
  isRest: boolean
}

const width = 340
const step = 42
const line = 18
const thickness = 14

/** Shares under each other, each with its interval; what they are called stands above them. */
export function barChart(bars: readonly Bar[]): object {
  const placed = bars.map(({ label, share, interval, text, isRest }, i) => ({
    label: fitText(label, width - text.length * 7.5 - 10),
    share,
    text,
    colour: isRest ? 'var(--rest)' : 'var(--accent)',
    y: i * step,
    low: interval?.low ?? share,
    high: interval?.high ?? share,
  }))
  const most = Math.max(...placed.map(({ share, high }) => Math.max(share, high)), 0.001)
  const from = { data: 'bars' }
  const onLabel = { y: { field: 'y', offset: line / 2 }, baseline: { value: 'middle' } }
  const middle = { field: 'y', offset: line + thickness / 2 }
  const end = (field: string, offset: number) => ({
    type: 'rule',
    from,
    encode: {
      enter: {
        x: { scale: 'x', field },
        y: { field: 'y', offset: line + thickness / 2 - offset },
        y2: { field: 'y', offset: line + thickness / 2 + offset },
        stroke: { value: 'var(--ink)' },
        strokeWidth: { value: 1.5 },
      },
    },
  })
  return {
    width,
    height: bars.length * step - (step - line - thickness),
    padding: { left: 2, right: 4, top: 0, bottom: 2 },
    data: [{ name: 'bars', values: placed }],
    scales: [{ name: 'x', type: 'linear', domain: [0, most], range: 'width' }],
    marks: [
      {
        type: 'text',
        from,
        encode: { enter: { x: { value: 0 }, text: { field: 'label' }, ...onLabel } },
      },
      {
        type: 'text',
        from,
        encode: {
          enter: {
            x: { value: width },
            align: { value: 'right' },
            text: { field: 'text' },
            ...onLabel,
          },
        },
      },
      {
        type: 'rect',
        from,
        encode: {
          enter: {
            x: { scale: 'x', value: 0 },
            x2: { scale: 'x', field: 'share' },
            y: { field: 'y', offset: line },
            height: { value: thickness },
            fill: { field: 'colour' },
          },
        },
      },
      {
        type: 'rule',
        from,
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
      end('low', 4),
      end('high', 4),
    ],
  }
}
