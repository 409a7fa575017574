// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// FlatSegments: the segments as one row of conditions in typed arrays, each with where to go on if it holds and if not.
//
// All values are integers (counts, cents, milliseconds), so one comparison does for all four: sign * x >= limit, false for NaN.
import { conditionsOf } from '../segments.mjs'

const day = 86_400_000
const yes = -1
const no = -2

export class FlatSegments {
  constructor(segments, aggregates) {
    const indexes = new Map(aggregates.map(({ key }, index) => [key, index]))
    const count = segments.reduce((sum, { tree }) => sum + conditionsOf(tree).length, 0)
    this.aggregate = new Uint16Array(count)
    this.clock = new Float64Array(count) // 1: the time is added to the value, which is a negative time
    this.sign = new Float64Array(count)
    this.limit = new Float64Array(count)
    this.next = new Int16Array(2 * count)
    this.first = new Uint16Array(segments.length)
    this.holds = new Uint8Array(segments.length)
    let at = 0

    const place = (tree, ifTrue, ifFalse) => {
      const parts = tree.all ?? tree.any
      if (!parts) {
        const { fn, key } = tree.aggregate
        const unit = fn === 'days_since' ? day : fn === 'sum' ? 100 : 1
        const value = tree.value * unit
        this.aggregate[at] = indexes.get(key)
        this.clock[at] = fn === 'days_since' ? 1 : 0
        this.sign[at] = tree.compare.startsWith('>') ? 1 : -1
        this.limit[at] = this.sign[at] * value + (tree.compare.endsWith('=') ? 0 : 1)
        this.next[2 * at] = ifFalse
        this.next[2 * at + 1] = ifTrue
        ++at
        return
      }
      parts.forEach((part, i) => {
        const following = at + conditionsOf(part).length
        const goOn = i + 1 < parts.length ? following : undefined
        if (tree.all) place(part, goOn ?? ifTrue, ifFalse)
        else place(part, ifTrue, goOn ?? ifFalse)
      })
    }
    segments.forEach(({ tree }, segment) => {
      this.first[segment] = at
      place(tree, yes, no)
    })
  }

  evaluateAll(values, now) {
    for (let segment = 0; segment < this.first.length; ++segment)
      this.evaluate(segment, values, now)
  }

  evaluate(segment, values, now) {
    const { aggregate, clock, sign, limit, next } = this
    let at = this.first[segment]
    do {
      const value = values[aggregate[at]] + clock[at] * now
      at = next[2 * at + (sign[at] * value >= limit[at] ? 1 : 0)]
    } while (at >= 0)
    this.holds[segment] = at === yes ? 1 : 0
  }
}
