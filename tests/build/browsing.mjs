// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/**
 * The lines of a history in which shoppers stay within one of six shelves of ten products, i0 to i59, each a fixed walk.
 * `days`: over how many days the sessions are spread, the next session ten seconds later.
 */
export function browsing({ sessions, days, steps = 5 }) {
  const lines = ['session,item_id,time']
  for (let s = 0; s < sessions; ++s) {
    const shelf = (s * 5) % 6
    const start = Date.UTC(2026, 0, 1 + Math.floor((s * days) / sessions)) + s * 10_000
    for (let step = 0; step < steps; ++step) {
      const item = shelf * 10 + ((s * 7 + step * step) % 10)
      lines.push(`s${s},i${item},${new Date(start + step * 1000).toISOString()}`)
    }
  }
  return lines
}
