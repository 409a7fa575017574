// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// onnxruntime-web, WebAssembly, one thread: a model of one matrix product and one TopK, its matrix a constant.
import * as ort from 'onnxruntime-web/wasm'
import { dimensions } from '../makeVectors.mjs'
import { onnxModel } from './onnxModel.mjs'

export async function openOnnx({ floats, count }, k, wasm) {
  ort.env.wasm.numThreads = 1
  ort.env.wasm.wasmBinary = wasm
  const session = await ort.InferenceSession.create(onnxModel(floats, count, k), {
    executionProviders: ['wasm'],
    graphOptimizationLevel: 'all',
  })
  return {
    async search(row) {
      const query = floats.slice(row * dimensions, (row + 1) * dimensions)
      const { rows } = await session.run({
        query: new ort.Tensor('float32', query, [1, dimensions]),
      })
      return Array.from(rows.data, Number)
    },
  }
}
