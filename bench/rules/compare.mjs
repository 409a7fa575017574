// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// One more event arrives, and all answers are up to date: what that takes, of everyone who can do it, in one run. Runs in Node
// and in a page alike.
import { byHand } from './contestants/byHand.mjs'
import { openEtalage } from './contestants/etalage.mjs'
import { libraries } from './contestants/libraries.mjs'
import { overAttributes } from './contestants/overAttributes.mjs'
import { check } from './check.mjs'
import { makeSegments } from './segments.mjs'
import { makeEvents } from './shopper.mjs'
import { time } from '../time.mjs'

export { openEtalage }

export const workload = { segments: 100, history: 200, events: 256 }

/** Gives { micros: by contestant, checked: how many answers were compared, held: how many of them were true, data }. */
export async function compare({ wasm, pack, rounds }) {
  const all = makeEvents(workload.history + workload.events)
  const task = {
    segments: makeSegments(workload.segments),
    history: all.slice(0, workload.history),
    events: all.slice(workload.history),
  }
  const etalage = await openEtalage({ wasm, pack, ...task })
  const contestants = {
    ...etalage.contestants,
    'by hand, recounting': byHand(task, 'recount'),
    'by hand, all segments': byHand(task, 'all'),
    'by hand, touched segments': byHand(task, 'touched'),
  }
  for (const [name, library] of Object.entries(libraries)) {
    const { attributes, counted } = overAttributes(task, library)
    contestants[`${name}, attributes given`] = attributes
    contestants[`${name}, counting too`] = counted
  }
  const agreement = await check(contestants, task)
  const micros = await time(contestants, { rounds, events: workload.events })
  return { micros, ...agreement, data: etalage.data }
}
