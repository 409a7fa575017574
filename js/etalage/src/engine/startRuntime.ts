// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Runtime } from './Runtime.js'

/** Starts etalage.wasm, given its bytes. It imports nothing, so it needs nothing: what it knows is what it is told. */
export async function startRuntime(code: BufferSource): Promise<Runtime> {
  const { instance } = await WebAssembly.instantiate(code)
  const runtime = instance.exports as unknown as Runtime & { _initialize(): void }
  runtime._initialize()
  return runtime
}
