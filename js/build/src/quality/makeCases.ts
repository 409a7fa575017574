// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { History } from '../history/History.js'
import type { Cases } from './Cases.js'

const mostKnown = 30
/** Of one session. Nobody looks at so many products: a robot, whose steps would outnumber those of all shoppers. */
const mostSteps = 500

/** The steps of the sessions from `cut` on, evenly thinned out to `most`; `total` counts them before that. */
export function makeCases(history: History, cut: number, most: number): Cases & { total: number } {
  const { items, offsets, customers } = history
  const steps = (session: number) =>
    Math.min(offsets[session + 1] - offsets[session] - 1, mostSteps)
  let total = 0
  for (let session = cut; session < customers.length; ++session) total += steps(session)
  const count = Math.min(total, most)
  const chosen: number[] = []
  const ends = new Uint32Array(count + 1)

  let session = cut
  let before = 0 // steps of the sessions before this one
  for (let c = 0; c < count; ++c) {
    const step = Math.floor((c * total) / count)
    while (step >= before + steps(session)) before += steps(session++)
    const answer = offsets[session] + 1 + (step - before)
    const oldest = Math.max(offsets[session], answer - mostKnown)
    for (let i = oldest; i <= answer; ++i) chosen.push(items[i])
    ends[c + 1] = chosen.length
  }
  return { items: Uint32Array.from(chosen), offsets: ends, total }
}
