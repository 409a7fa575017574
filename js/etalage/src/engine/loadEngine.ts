// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { EtalageError } from '../EtalageError.js'
import { Engine } from './Engine.js'
import type { Runtime } from './Runtime.js'
import { startRuntime } from './startRuntime.js'

const magic = [0x00, 0x61, 0x73, 0x6d] // "\0asm"

/** Fetches and starts the WebAssembly module, and opens the pack in it. Throws where either cannot be had. */
export async function loadEngine(
  pack: string | ArrayBuffer,
  wasm: string | URL | undefined,
): Promise<Engine> {
  if (typeof WebAssembly !== 'object') {
    throw new EtalageError('no-wasm', 'this browser has no WebAssembly')
  }
  const [code, bytes] = await Promise.all([
    download(wasm ?? new URL('./etalage.wasm', import.meta.url)),
    typeof pack === 'string' ? download(pack, { priority: 'low', cache: 'no-cache' }) : pack,
  ])
  const head = new Uint8Array(code, 0, Math.min(4, code.byteLength))
  if (head.length < 4 || magic.some((byte, i) => head[i] !== byte)) {
    throw new EtalageError(
      'no-wasm',
      'the server sent something else for etalage.wasm; serve the file, or pass `wasm`',
    )
  }
  const engine = new Engine(await start(code))
  engine.open(new Uint8Array(bytes))
  return engine
}

async function start(code: ArrayBuffer): Promise<Runtime> {
  try {
    return await startRuntime(code)
  } catch {
    // The browser's own message speaks of bytes. What is left to fail here is the policy, or an old browser.
    throw new EtalageError(
      'no-wasm',
      "WebAssembly does not start: the page's policy must allow script-src 'wasm-unsafe-eval', and the browser SIMD",
    )
  }
}

async function download(url: string | URL, options?: RequestInit): Promise<ArrayBuffer> {
  const response = await fetch(url, options)
  if (!response.ok)
    throw new EtalageError('not-found', `${String(url)}: HTTP ${String(response.status)}`)
  return response.arrayBuffer()
}
