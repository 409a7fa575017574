// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// HandTuned: JavaScript as one would write it who has only these rules to care for. Counters that events enter and leave, in
// typed arrays; no code from strings. Three ways:
//
//   recount    what each event counts for is kept; all is added up again after each event
//   all        counters; all segments are evaluated after each event
//   touched    counters; only segments are evaluated of which a counter has changed, or that ask for a time since
import { FlatSegments } from './FlatSegments.mjs'
import { Matcher } from './Matcher.mjs'
import { aggregatesOf, conditionsOf } from '../segments.mjs'

const day = 86_400_000
const capacity = 1 << 14 // of what is kept at a time; more than a window of any shopper
const kinds = { count: 0, exists: 0, sum: 1, days_since: 2 }

export class HandTuned {
  constructor(segments, way) {
    const aggregates = aggregatesOf(segments)
    this.way = way
    this.flat = new FlatSegments(segments, aggregates)
    this.kind = Uint8Array.from(aggregates, ({ fn }) => kinds[fn])
    this.values = new Float64Array(aggregates.length)
    this.counts = new Int32Array(aggregates.length)
    this.slot = new Int32Array(aggregates.length) // where the event that is looked at is kept for an aggregate
    const days = [...new Set(aggregates.map((aggregate) => aggregate.days))]
    this.windows = days.map((length) => ({
      length: length * day,
      aggregates: new Uint16Array(capacity),
      times: new Float64Array(capacity),
      cents: new Float64Array(capacity),
      begin: 0,
      end: 0,
    }))
    this.windowOf = aggregates.map((aggregate) => this.windows[days.indexOf(aggregate.days)])
    this.segmentsOf = aggregates.map(({ key }) =>
      segments.flatMap(({ tree }, segment) =>
        conditionsOf(tree).some(({ aggregate }) => aggregate.key === key) ? [segment] : [],
      ),
    )
    const asksTheTime = ({ tree }) =>
      conditionsOf(tree).some(({ aggregate }) => aggregate.fn === 'days_since')
    this.timed = segments.flatMap((segment, i) => (asksTheTime(segment) ? [i] : []))
    this.touched = new Uint8Array(segments.length)
    this.time = 0
    this.matcher = new Matcher(aggregates, (aggregate, cents) => this.#found(aggregate, cents))
    this.clear()
  }

  clear() {
    this.#zero()
    for (const window of this.windows) window.begin = window.end = 0
    this.slot.fill(-1)
    this.touched.fill(1)
  }

  push(event) {
    this.time = event.time
    this.matcher.show(event)
  }

  update(now) {
    for (const window of this.windows) this.#leave(window, now - window.length)
    if (this.way === 'recount') this.#recount()
    if (this.way !== 'touched') return this.flat.evaluateAll(this.values, now)
    for (const segment of this.timed) this.touched[segment] = 1
    for (let segment = 0; segment < this.touched.length; ++segment) {
      if (this.touched[segment] === 0) continue
      this.touched[segment] = 0
      this.flat.evaluate(segment, this.values, now)
    }
  }

  #zero() {
    this.counts.fill(0)
    for (let i = 0; i < this.values.length; ++i) this.values[i] = this.kind[i] === 2 ? NaN : 0
  }

  // An event counts for an aggregate once, however many of its items match.
  #found(aggregate, cents) {
    const window = this.windowOf[aggregate]
    const known = this.slot[aggregate]
    const isSameEvent =
      known >= 0 && known >= window.begin && window.times[known % capacity] === this.time
    const place = isSameEvent ? known % capacity : window.end++ % capacity
    if (isSameEvent) {
      window.cents[place] += cents
      if (this.kind[aggregate] === 1) this.values[aggregate] += cents
      return
    }
    this.slot[aggregate] = window.end - 1
    window.aggregates[place] = aggregate
    window.times[place] = this.time
    window.cents[place] = cents
    if (this.way !== 'recount') this.#enter(window, place)
  }

  #enter(window, place) {
    const aggregate = window.aggregates[place]
    const kind = this.kind[aggregate]
    if (kind === 0) this.values[aggregate] += 1
    else if (kind === 1) this.values[aggregate] += window.cents[place]
    else {
      this.values[aggregate] = -window.times[place]
      ++this.counts[aggregate]
    }
    this.#touch(aggregate)
  }

  #leave(window, oldest) {
    for (; window.begin < window.end; ++window.begin) {
      const place = window.begin % capacity
      if (window.times[place] > oldest) return
      if (this.way === 'recount') continue
      const aggregate = window.aggregates[place]
      const kind = this.kind[aggregate]
      if (kind === 0) this.values[aggregate] -= 1
      else if (kind === 1) this.values[aggregate] -= window.cents[place]
      else if (--this.counts[aggregate] === 0) this.values[aggregate] = NaN
      this.#touch(aggregate)
    }
  }

  #touch(aggregate) {
    if (this.way !== 'touched') return
    for (const segment of this.segmentsOf[aggregate]) this.touched[segment] = 1
  }

  #recount() {
    this.#zero()
    for (const window of this.windows) {
      for (let i = window.begin; i < window.end; ++i) this.#enter(window, i % capacity)
    }
  }
}
