// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Before anything is timed: all must say the same.

/**
 * After each event the answers of everyone who has any (`holds`) must be those of the contestant `page`. Gives how many
 * answers were compared, and how many of the page's are true.
 */
export async function check({ page, ...others }, { segments, events }) {
  const judged = Object.entries(others).filter(([, { holds }]) => holds)
  const expected = []
  page.reset()
  for (let i = 0; i < events.length; ++i) {
    page.run(i)
    expected.push(page.holds())
  }
  // One after the other: some of them share an engine.
  for (const [name, { reset, run, holds }] of judged) {
    reset()
    for (let i = 0; i < events.length; ++i) {
      await run(i)
      compare(name, segments, holds(), expected[i])
    }
  }
  return {
    checked: events.length * segments.length * judged.length,
    held: expected.flat().filter(Boolean).length,
  }
}

function compare(name, segments, answers, expected) {
  const wrong = expected.findIndex((holds, segment) => answers[segment] !== holds)
  if (wrong < 0) return
  throw new Error(
    `${name} says ${answers[wrong]} where the engine says ${expected[wrong]}: ${segments[wrong].name}`,
  )
}
