// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** Words with commas, in lines of about so many letters. */
export function wrapWords(words: readonly string[], width: number): string[] {
  const lines = ['']
  for (const [i, word] of words.entries()) {
    const piece = i < words.length - 1 ? `${word},` : word
    const line = lines[lines.length - 1]
    if (line && line.length + piece.length + 1 > width) lines.push(piece)
    else lines[lines.length - 1] = line ? `${line} ${piece}` : piece
  }
  return lines
}
