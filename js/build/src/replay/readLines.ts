// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { readText } from '../input/readText.js'

/** The lines of a text file that are not blank, one at a time, numbered from 1. */
export async function* readLines(
  path: string,
  gzip: boolean,
): AsyncGenerator<{ text: string; line: number }> {
  let line = 0
  let rest = ''
  for await (const piece of readText(path, gzip)) {
    const [first, ...more] = piece.split('\n')
    rest += first
    for (const next of more) {
      ++line
      if (rest.trim()) yield { text: rest, line }
      rest = next
    }
  }
  if (rest.trim()) yield { text: rest, line: line + 1 }
}
