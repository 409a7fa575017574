// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Results as a table. A result: { name, ours, unit, peer, theirs, ratio }; ratio = theirs / ours.

export function result(name, unit, ours, peer, theirs) {
  return { name, ours, unit, peer, theirs, ratio: theirs / ours }
}

export function table(results) {
  const rows = [
    ['what', 'ours', 'peer', 'theirs', 'theirs / ours'],
    ...results.map(({ name, ours, unit, peer, theirs, ratio }) => [
      name,
      `${figure(ours)} ${unit}`,
      peer,
      `${figure(theirs)} ${unit}`,
      figure(ratio),
    ]),
  ]
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)))
  const isText = (column) => column === 0 || column === 2
  return rows
    .map((row) =>
      row
        .map((cell, i) => (isText(i) ? cell.padEnd(widths[i]) : cell.padStart(widths[i])))
        .join('  '),
    )
    .join('\n')
}

/** Three digits that mean something. */
function figure(value) {
  return value.toLocaleString('en', { maximumSignificantDigits: 3 })
}
