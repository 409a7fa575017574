// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises'
import type { CollectorModule } from './CollectorModule.js'
import { WasmModule, type ModuleExports } from './WasmModule.js'

/** The core, from beside the package's other files. */
export async function loadModule(): Promise<CollectorModule> {
  const code = await readFile(new URL('../etalage-collector.wasm', import.meta.url))
  const { instance } = await WebAssembly.instantiate(code)
  const exports = instance.exports as unknown as ModuleExports
  exports._initialize()
  return new WasmModule(exports)
}
