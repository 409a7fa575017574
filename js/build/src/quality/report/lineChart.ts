// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

export interface Line {
  /** A CSS colour. */
  colour: string
  dashed: boolean
  /** Shares, of the first place on. */
  values: number[]
}

/** Shares over the places of a list. */
export function lineChart(lines: readonly Line[], most: number, xTitle: string): object {
  const values = lines.flatMap(({ values }, line) =>
    values.map((share, i) => ({ line, place: i + 1, share })),
  )
  const lineOf = (property: string, pick: (line: Line) => unknown) => ({
    name: property,
    type: 'ordinal',
    domain: lines.map((_, i) => i),
    range: lines.map(pick),
  })
  return {
    width: 290,
    height: 190,
    data: [{ name: 'points', values }],
    scales: [
      { name: 'x', type: 'linear', domain: [1, lines[0].values.length], range: 'width' },
      { name: 'y', type: 'linear', domain: [0, most], range: 'height', nice: true },
      lineOf('colour', ({ colour }) => colour),
      lineOf('dash', ({ dashed }) => (dashed ? [5, 3] : [1, 0])),
    ],
    axes: [
      {
        orient: 'left',
        scale: 'y',
        format: '.0%',
        grid: true,
        tickCount: 5,
        domain: false,
        ticks: false,
      },
      { orient: 'bottom', scale: 'x', values: [1, 5, 10, 15, 20], title: xTitle },
    ],
    marks: [
      {
        type: 'group',
        from: { facet: { name: 'of', data: 'points', groupby: 'line' } },
        marks: [
          {
            type: 'line',
            from: { data: 'of' },
            encode: {
              enter: {
                x: { scale: 'x', field: 'place' },
                y: { scale: 'y', field: 'share' },
                stroke: { scale: 'colour', field: 'line' },
                strokeDash: { scale: 'dash', field: 'line' },
                strokeWidth: { value: 2.5 },
              },
            },
          },
        ],
      },
    ],
  }
}
