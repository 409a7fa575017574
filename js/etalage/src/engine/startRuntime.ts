// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Memory, Runtime } from './Runtime.js'

/** Starts a module, given its bytes. It imports nothing, so it needs nothing: what it knows is what it is told. */
export async function startRuntime<T extends Memory = Runtime>(code: BufferSource): Promise<T> {
  const { instance } = await WebAssembly.instantiate(code)
  const runtime = instance.exports as unknown as T & { _initialize(): void }
  runtime._initialize()
  return runtime
}
