// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Voy: a k-d tree, by Euclidean distance, in WebAssembly.
import * as glue from 'voy-search/voy_search_bg.js'
import { dimensions } from '../makeVectors.mjs'

// Its JavaScript knows one instance in all its life.
let started

export async function openVoy({ floats, count }, wasm) {
  started ??= WebAssembly.instantiate(wasm, { './voy_search_bg.js': glue })
  glue.__wbg_set_wasm((await started).instance.exports)
  const vectorOf = (row) => floats.subarray(row * dimensions, (row + 1) * dimensions)
  const embeddings = Array.from({ length: count }, (_, row) => ({
    id: `${row}`,
    title: '',
    url: '',
    embeddings: Array.from(vectorOf(row)),
  }))
  const index = new glue.Voy({ embeddings })
  return {
    search: (row, k) => index.search(vectorOf(row), k).neighbors.map(({ id }) => Number(id)),
  }
}
