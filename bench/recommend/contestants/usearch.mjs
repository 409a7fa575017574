// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// USearch: exact search, native code, one thread. Node alone can run it.
import usearch from 'usearch'
import { dimensions } from '../makeVectors.mjs'

export function openUsearch({ floats }) {
  const { exactSearch, MetricKind } = usearch
  return {
    search(row, k) {
      const query = floats.slice(row * dimensions, (row + 1) * dimensions)
      const { keys } = exactSearch(floats, query, dimensions, k, MetricKind.IP, 1)
      return Array.from(keys, Number)
    },
  }
}
