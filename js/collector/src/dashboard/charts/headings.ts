// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { fitText } from './fitText.js'

const line = 17

/** What stands above the rows of a chart. */
export interface Headings {
  /** Above each row. */
  height: number
  labels: string[]
  /** For data that have `label`, `text` and `y`. */
  marks: (data: string) => object[]
}

/** Labels, with the numbers at the end of their line; or under them all, where a label would not fit beside its number. */
export function headings(
  rows: readonly { label: string; text: string }[],
  width: number,
): Headings {
  const beside = ({ text }: { text: string }) => width - text.length * 7.5 - 10
  const isTight = rows.some(
    (row) => fitText(row.label, beside(row)) !== fitText(row.label, Infinity),
  )
  const mark = (field: string, x: number, align: string, y: number) => ({
    x: { value: x },
    align: { value: align },
    y: { field: 'y', offset: y },
    baseline: { value: 'middle' },
    text: { field },
  })
  const text = isTight
    ? mark('text', 0, 'left', 1.5 * line)
    : mark('text', width, 'right', line / 2)
  return {
    height: isTight ? 2 * line : line,
    labels: rows.map((row) => fitText(row.label, isTight ? width : beside(row))),
    marks: (data) =>
      [mark('label', 0, 'left', line / 2), text].map((enter) => ({
        type: 'text',
        from: { data },
        encode: { enter },
      })),
  }
}
