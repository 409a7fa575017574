// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** `5 rules: 2 metrics, 3 segments` */
export function countRules(rules: readonly { kind: string }[]): string {
  const counts = new Map<string, number>()
  for (const { kind } of rules) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const parts = [...counts].map(([kind, count]) => counted(count, words[kind] ?? kind))
  return counted(rules.length, 'rule') + (parts.length ? `: ${parts.join(', ')}` : '')
}

const words: Partial<Record<string, string>> = {
  observed: 'observed fact',
  inferred: 'inferred fact',
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
