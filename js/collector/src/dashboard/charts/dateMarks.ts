// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** The first and the last day under a plot. */
export function dateMarks(from: string, to: string, width: number, height: number): object[] {
  return [
    { text: from, x: 0, align: 'left' },
    { text: to, x: width, align: 'right' },
  ].map(({ text, x, align }) => ({
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
  }))
}
