// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** ` (did you mean "slots"?)` where one of `known` is close to `name`, else an empty string. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const allowed = Math.max(1, Math.floor(name.length / 3))
  let best: { word: string; distance: number } | undefined
  for (const word of known) {
    const distance = editDistance(name.toLowerCase(), word.toLowerCase())
    if (distance <= allowed && (!best || distance < best.distance)) best = { word, distance }
  }
  return best ? ` (did you mean "${best.word}"?)` : ''
}

/** Letters to insert, drop, replace or swap with their neighbour to make `a` into `b`. */
function editDistance(a: string, b: string): number {
  let twoBack: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; ++i) {
    const row = [i]
    for (let j = 1; j <= b.length; ++j) {
      const same = a[i - 1] === b[j - 1]
      row[j] = Math.min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (same ? 0 : 1))
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) row[j] = Math.min(row[j], twoBack[j - 2] + 1)
    }
    twoBack = previous
    previous = row
  }
  return previous[b.length]
}
