// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The hand-tuned evaluator as a contestant.
import { HandTuned } from './HandTuned.mjs'

export function byHand({ segments, history, events }, way) {
  const evaluator = new HandTuned(segments, way)
  return {
    reset() {
      evaluator.clear()
      for (const event of history) evaluator.push(event)
      evaluator.update(history.at(-1).time)
    },
    holds: () => Array.from(evaluator.flat.holds, Boolean),
    run(i) {
      evaluator.push(events[i])
      evaluator.update(events[i].time)
    },
  }
}
