// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** About how wide a character is, in parts of the font's size. */
function widthOf(character: string): number {
  return /[\u1100-\uffff]|\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(character)
    ? 1.1
    : 0.56
}

/** As much of a text as fits, on one line and in whole characters. */
export function fitText(text: string, width: number, fontSize = 13): string {
  const characters = [...new Intl.Segmenter().segment(text.replace(/\s+/g, ' ').trim())]
  let left = width / fontSize
  let fitting = ''
  for (const [i, { segment }] of characters.entries()) {
    left -= widthOf(segment)
    if (left < (i < characters.length - 1 ? 1 : 0)) return `${fitting.trimEnd()}…`
    fitting += segment
  }
  return fitting
}
