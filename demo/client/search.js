// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Searches a catalogue of rows { title, brand, category, … }: every word must occur; words at the start
// of a title's word count most, then the title, then the rest. Equals keep their order.

const plain = (text) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')

/** "drills" also finds a drill, "boren" a boor. */
const stems = (word) => [word, word.replace(/(en|s)$/, '')].filter((stem) => stem.length > 1)

export function createSearch(rows) {
  const indexed = rows.map((row) => ({
    row,
    title: ` ${plain(row.title)}`,
    rest: plain(`${row.brand} ${row.category} ${row.label}`),
  }))
  return (query) => {
    const words = plain(query).split(/\s+/).filter(Boolean)
    if (words.length === 0) return []
    return indexed
      .map((entry) => ({ entry, score: scoreOf(entry, words) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .map(({ entry }) => entry.row)
  }
}

function scoreOf({ title, rest }, words) {
  let sum = 0
  for (const word of words) {
    const score = Math.max(0, ...stems(word).map((stem) => scoreWord(title, rest, stem)))
    if (score === 0) return 0
    sum += score
  }
  return sum
}

function scoreWord(title, rest, stem) {
  if (title.includes(` ${stem}`)) return 3
  if (title.includes(stem)) return 2
  return rest.includes(stem) ? 1 : 0
}
