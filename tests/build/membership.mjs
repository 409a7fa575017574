// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Counts anew, from the sessions alone, which different customers stand behind what a pack holds. It shares nothing with the
// builder but the words of promise P5.
//
// A session is { customer, items }: a customer's name, undefined where nobody knows (it is then a customer of its own), and the
// ids of its products in the order of time.

/** Sessions of more different products are not counted for pairs (core/train/pair_counts.h), so they support none. */
const mostDistinct = 60

/** The customers behind each pair of the pack, by `pairKey`, and behind each product with a vector, by its row. */
export function membership(pack, sessions) {
  const rows = new Map(pack.products.flatMap(({ names }, row) => names.map((name) => [name, row])))
  const size = pack.products.length
  const pairs = new Map()
  for (const [row, others] of pack.pairs.entries())
    for (const other of others) pairs.set(pairKey(row, other, size), new Set())
  const vectors = new Map(pack.vectors.flatMap((vector, row) => (vector ? [[row, new Set()]] : [])))
  for (const [s, { customer = `nobody knows ${s}`, items }] of sessions.entries()) {
    const known = items.flatMap((item) => rows.get(item) ?? [])
    const events = known.filter((row, i) => row !== known[i - 1])
    const distinct = [...new Set(events)]
    if (distinct.length <= mostDistinct)
      for (const [i, a] of distinct.entries())
        for (const b of distinct.slice(i + 1)) pairs.get(pairKey(a, b, size))?.add(customer)
    // A session teaches where two events are left on products that have a vector.
    const teaching = events.filter((row) => vectors.has(row))
    if (teaching.length >= 2) for (const row of teaching) vectors.get(row).add(customer)
  }
  return { pairs, vectors }
}

/** The same for a pair and its opposite. */
export function pairKey(a, b, size) {
  return Math.min(a, b) * size + Math.max(a, b)
}

/** What rests on fewer than so many customers. */
export function below(floor, behind) {
  return [...behind].filter(([, customers]) => customers.size < floor).map(([key]) => key)
}
