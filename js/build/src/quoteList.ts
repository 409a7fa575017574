// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

const most = 12

/** `"a", "b", "c"`, cut off after a dozen: error messages list what there is. */
export function quoteList(words: readonly string[]): string {
  const shown = words.slice(0, most).map((word) => JSON.stringify(word))
  return shown.join(', ') + (words.length > most ? ` and ${words.length - most} more` : '')
}
