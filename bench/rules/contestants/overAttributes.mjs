// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What evaluates attributes, twice: with the attributes given for nothing, and with all of them counted after each event.
import { countAttributes } from './attributes.mjs'
import { aggregatesOf, longestDays } from '../segments.mjs'

export function overAttributes({ segments, history, events }, { missing, prepare }) {
  const aggregates = aggregatesOf(segments)
  const evaluate = prepare(segments)
  const all = [...history, ...events]
  const given = events.map(({ time }, i) =>
    countAttributes(aggregates, all.slice(0, history.length + i + 1), time, missing),
  )
  let answers
  let kept
  const holds = () => Array.from(answers, Boolean)

  const evaluated = (attributes) => {
    const result = evaluate(attributes)
    if (!(result instanceof Promise)) return void (answers = result)
    return result.then((resolved) => void (answers = resolved))
  }
  return {
    attributes: {
      reset() {},
      holds,
      run: (i) => evaluated(given[i]),
    },
    counted: {
      reset() {
        kept = [...history]
      },
      holds,
      run(i) {
        const now = events[i].time
        kept.push(events[i])
        while (kept[0].time <= now - longestDays * 86_400_000) kept.shift()
        return evaluated(countAttributes(aggregates, kept, now, missing))
      },
    },
  }
}
