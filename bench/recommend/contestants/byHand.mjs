// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What a developer would write: a loop over a Float32Array.
import { dimensions } from '../makeVectors.mjs'

export function byHand({ floats, count }, dot) {
  return {
    search(row, k) {
      const query = floats.slice(row * dimensions, (row + 1) * dimensions)
      const rows = []
      const scores = []
      for (let other = 0; other < count; ++other) {
        const score = dot(floats, other * dimensions, query)
        if (rows.length === k && score <= scores[k - 1]) continue
        let place = Math.min(rows.length, k - 1)
        for (; place > 0 && scores[place - 1] < score; --place) {
          scores[place] = scores[place - 1]
          rows[place] = rows[place - 1]
        }
        scores[place] = score
        rows[place] = other
      }
      return rows
    },
  }
}

export function plainDot(floats, at, query) {
  let sum = 0
  for (let d = 0; d < dimensions; ++d) sum += floats[at + d] * query[d]
  return sum
}

/** Four sums at a time, which need not wait for one another. */
export function unrolledDot(floats, at, query) {
  let a = 0
  let b = 0
  let c = 0
  let e = 0
  for (let d = 0; d < dimensions; d += 8) {
    a += floats[at + d] * query[d] + floats[at + d + 4] * query[d + 4]
    b += floats[at + d + 1] * query[d + 1] + floats[at + d + 5] * query[d + 5]
    c += floats[at + d + 2] * query[d + 2] + floats[at + d + 6] * query[d + 6]
    e += floats[at + d + 3] * query[d + 3] + floats[at + d + 7] * query[d + 7]
  }
  return a + b + (c + e)
}
