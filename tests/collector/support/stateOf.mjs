// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// stateOf: everything that the collector's store says, to see whether something changed it.

export async function stateOf({ collector: { store } }) {
  const series = await store.listSeries()
  const counts = await Promise.all(
    series.map(({ measure }) => store.readCounts(measure.series, 0, 2 ** 31 - 1)),
  )
  return series.map((record, i) => ({
    ...record,
    epochs: counts[i].map((epoch) => ({ ...epoch, counts: [...epoch.counts].sort() })),
  }))
}

/** How many reports support each bucket of a measure in an epoch, and how many reports there are. */
export async function countsOf({ collector: { store } }, { series }, epoch) {
  const [found] = await store.readCounts(series, epoch, epoch)
  return found && { reports: found.reports, counts: Object.fromEntries(found.counts) }
}
