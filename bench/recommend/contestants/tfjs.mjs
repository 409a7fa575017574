// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// TensorFlow.js, WebAssembly backend, one thread: matMul and topk.
import * as tf from '@tensorflow/tfjs-core'
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import { dimensions } from '../makeVectors.mjs'

// It wants to know where all are, and takes the one with SIMD.
const builds = ['', '-simd', '-threaded-simd']

/** `address`: of its WebAssembly with SIMD; under Node a path. */
export async function openTfjs({ floats, count }, k, address) {
  if (tf.getBackend() !== 'wasm') {
    tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false)
    setThreadsCount(1)
    setWasmPaths(
      Object.fromEntries(builds.map((name) => [`tfjs-backend-wasm${name}.wasm`, address])),
    )
    if (!(await tf.setBackend('wasm'))) throw new Error('the backend does not start')
  }
  const vectors = tf.tensor2d(floats, [count, dimensions])
  return {
    search(row) {
      return tf.tidy(() => {
        const query = tf.tensor2d(floats.slice(row * dimensions, (row + 1) * dimensions), [
          1,
          dimensions,
        ])
        const dots = tf.matMul(query, vectors, false, true)
        return Array.from(tf.topk(dots, k, true).indices.dataSync())
      })
    },
  }
}
