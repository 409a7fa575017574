// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Times contestants by turns, so that what else the machine does meets them all alike.

const warmUp = 20 // milliseconds a round, for each contestant: until everything is compiled as well as it will be

/** The median over the rounds of what an event takes, in microseconds. */
export async function time(contestants, { rounds, events }) {
  const measured = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]))
  for (const contestant of Object.values(contestants)) {
    const end = performance.now() + warmUp * rounds
    while (performance.now() < end) await once(contestant, events)
  }
  for (let round = 0; round < rounds; ++round) {
    for (const [name, contestant] of Object.entries(contestants)) {
      measured[name].push(await once(contestant, events))
    }
  }
  return Object.fromEntries(Object.entries(measured).map(([name, list]) => [name, median(list)]))
}

async function once({ reset, run }, events) {
  reset()
  const start = performance.now()
  for (let i = 0; i < events; ++i) {
    const running = run(i)
    if (running) await running
  }
  return ((performance.now() - start) * 1000) / events
}

function median(list) {
  const sorted = list.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
