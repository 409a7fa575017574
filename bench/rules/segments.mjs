// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The segments: five conditions each, of the kinds that shops write, joined by "and" and "or".
//
//   condition   { aggregate, compare, value }
//   aggregate   { key, name (as libraries want it: a word), fn, event, field, where: { field, op, value } | undefined, days }
//   segment     { name, tree }; a tree is a condition, { all: [tree] } or { any: [tree] }
import { newRandom } from '../random.mjs'
import { brands, categories, departments, terms } from './shop.mjs'
import { aggregateText, wordOf } from './text.mjs'

export const longestDays = 180
const windows = [7, 30, 90, longestDays]
const shapes = [
  ([a, b, c, d, e]) => ({ all: [a, b, c, d, e] }),
  ([a, b, c, d, e]) => ({ all: [a, { any: [b, c] }, { any: [d, e] }] }),
  ([a, b, c, d, e]) => ({ all: [{ any: [a, b, c] }, d, e] }),
  ([a, b, c, d, e]) => ({ any: [{ all: [a, b] }, { all: [c, d, e] }] }),
  ([a, b, c, d, e]) => ({ any: [a, b, { all: [c, d, e] }] }),
]

/** The same for the same number. */
export function makeSegments(count) {
  const random = newRandom(20_240 + count)
  return Array.from({ length: count }, (_, i) => {
    const conditions = Array.from({ length: 5 }, () => random.pick(kinds)(random))
    return { name: `segment_${i + 1}`, tree: random.pick(shapes)(conditions) }
  })
}

export function conditionsOf(tree) {
  const parts = tree.all ?? tree.any
  return parts ? parts.flatMap(conditionsOf) : [tree]
}

/** Those that the segments ask for, each once. */
export function aggregatesOf(segments) {
  const conditions = segments.flatMap(({ tree }) => conditionsOf(tree))
  return [...new Map(conditions.map(({ aggregate }) => [aggregate.key, aggregate])).values()]
}

// More of those that rules have more of.
const kinds = [
  (random) => condition(random, 'count', 'view_item', [1, 12], { days: random.pick(windows) }),
  (random) => condition(random, 'count', 'add_to_cart', [1, 4], { days: random.pick(windows) }),
  counted('view_item', [1, 6]),
  counted('view_item', [1, 6]),
  counted('view_item', [1, 6]),
  counted('add_to_cart', [1, 2]),
  counted('purchase', [1, 2]),
  (random) =>
    condition(random, 'sum', 'purchase', [50, 400], {
      field: 'price',
      where: random.pick([undefined, department(random)]),
      days: random.pick([90, longestDays]),
    }),
  (random) =>
    condition(random, 'count', 'search', [1, 3], {
      where: { field: 'search_term', op: 'contains', value: random.pick(terms) },
      days: random.pick(windows),
    }),
  (random) =>
    condition(random, 'exists', 'add_to_cart', [1, 1], {
      where: of(random),
      days: random.pick([7, 30]),
    }),
  (random) => condition(random, 'days_since', 'purchase', [5, 60], { days: longestDays }),
  (random) =>
    condition(random, 'days_since', 'view_item', [1, 30], { where: of(random), days: longestDays }),
]

function counted(event, limits) {
  return (random) =>
    condition(random, 'count', event, limits, { where: of(random), days: random.pick(windows) })
}

function condition(random, fn, event, [low, high], rest) {
  const aggregate = { fn, event, ...rest }
  aggregate.key = aggregateText(aggregate)
  aggregate.name = wordOf(aggregate.key)
  const compare =
    fn === 'exists' ? random.pick(['>=', '>=', '<']) : random.pick(['>=', '>=', '>', '<', '<='])
  return { aggregate, compare, value: random.between(low, high) }
}

function of(random) {
  return random.pick([
    () => department(random),
    () => ({ field: 'category', op: '==', value: random.pick(categories) }),
    () => ({ field: 'brand', op: '==', value: random.pick(brands) }),
    () => ({ field: 'price', op: random.pick(['>=', '<']), value: random.pick([10, 25, 50, 100]) }),
  ])()
}

function department(random) {
  return { field: 'category', op: 'under', value: random.pick(departments) }
}
