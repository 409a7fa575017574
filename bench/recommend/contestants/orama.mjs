// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Orama: vector search, by cosine, over all.
import { create, insertMultiple, search } from '@orama/orama'
import { dimensions } from '../makeVectors.mjs'

export async function openOrama({ floats, count }) {
  const vectorOf = (row) => Array.from(floats.subarray(row * dimensions, (row + 1) * dimensions))
  const database = await create({ schema: { vector: `vector[${dimensions}]` } })
  const documents = Array.from({ length: count }, (_, row) => ({
    id: `${row}`,
    vector: vectorOf(row),
  }))
  await insertMultiple(database, documents, 1_000)
  return {
    async search(row, k) {
      const { hits } = await search(database, {
        mode: 'vector',
        vector: { property: 'vector', value: vectorOf(row) },
        similarity: 0,
        limit: k,
        includeVectors: false,
      })
      return hits.map(({ id }) => Number(id))
    },
  }
}
