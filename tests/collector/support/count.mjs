// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// count: so many reports of each bucket, straight into the store.
import { newId } from './reports.mjs'

/** `buckets`: how many reports support each bucket alone. */
export async function count({ collector: { store } }, { series }, epoch, buckets) {
  const reports = buckets.flatMap((times, bucket) =>
    Array.from({ length: times }, () => ({ id: newId(), series, epoch, buckets: [bucket] })),
  )
  const verdicts = await store.count(reports)
  if (verdicts.some((verdict) => verdict !== 'counted')) throw new Error(`not counted: ${verdicts}`)
}
