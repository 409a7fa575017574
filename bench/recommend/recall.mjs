// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The truth, in double precision, and how much of it an answer holds.
import { dimensions } from './makeVectors.mjs'

/** The k rows with the highest dot products with that of `row`, best first. */
export function truth({ count, components, scales }, row, k) {
  const dots = Float64Array.from({ length: count }, (_, other) => {
    let sum = 0
    for (let d = 0; d < dimensions; ++d) {
      sum += components[row * dimensions + d] * components[other * dimensions + d]
    }
    return sum * scales[other]
  })
  return [...dots.keys()].sort((a, b) => dots[b] - dots[a] || a - b).slice(0, k)
}

/** Which share of the true rows the answers hold, 0 to 1. */
export function recall(answers, truths) {
  let found = 0
  let all = 0
  truths.forEach((rows, i) => {
    const answer = new Set(answers[i])
    found += rows.filter((row) => answer.has(row)).length
    all += rows.length
  })
  return found / all
}
