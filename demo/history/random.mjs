// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// A seeded source of chance (mulberry32), so that the same seed always gives the same shoppers.

export function createRandom(seed) {
  let state = seed >>> 0

  /** A number in [0, 1). */
  function next() {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }

  /** True with the given probability. */
  const chance = (probability) => next() < probability

  /** One of a list, each with its own weight; undefined where nothing weighs anything. */
  function pick(list, weightOf = () => 1) {
    const weights = list.map(weightOf)
    let left = next() * weights.reduce((sum, weight) => sum + weight, 0)
    return list.find((_, index) => (left -= weights[index]) < 0)
  }

  /** The same list in a random order. */
  function shuffle(list) {
    return list
      .map((value) => ({ value, key: next() }))
      .sort((a, b) => a.key - b.key)
      .map(({ value }) => value)
  }

  return { next, chance, pick, shuffle }
}
