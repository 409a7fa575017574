// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { EtalageError } from '../EtalageError.js'
import { download } from './download.js'
import { Engine } from './Engine.js'
import type { Runtime } from './Runtime.js'
import { startRuntime } from './startRuntime.js'

const magic = [0x00, 0x61, 0x73, 0x6d] // "\0asm"

/** The pack gives way to what the page itself needs; a correction must reach everybody. */
const low: RequestInit = { priority: 'low', cache: 'no-cache' }

/** Of the flags in a pack's header (core/pack/format.h): there are rules. */
const flagsAt = 8
const hasRules = 4

/** Fetches and starts the WebAssembly module, and opens the pack in it. Throws where either cannot be had. */
export async function loadEngine(
  pack: string | ArrayBuffer,
  wasm: string | URL | undefined,
): Promise<Engine> {
  if (typeof WebAssembly !== 'object') {
    throw new EtalageError('no-wasm', 'this browser has no WebAssembly')
  }
  const fetched = typeof pack === 'string' ? download(pack, low) : Promise.resolve(pack)
  const [code, bytes] = await Promise.all([
    wasm ? download(wasm) : fetched.then((file) => download(moduleFor(file))),
    fetched,
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

/** A page whose pack has no rules need not load what runs them. */
function moduleFor(pack: ArrayBuffer): URL {
  const rules = pack.byteLength > flagsAt && (new DataView(pack).getUint8(flagsAt) & hasRules) !== 0
  return rules
    ? new URL('./etalage-rules.wasm', import.meta.url)
    : new URL('./etalage.wasm', import.meta.url)
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
