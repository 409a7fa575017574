// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises'
import createBuildModule from './etalage-build.js'
import type { BuildModule } from './builder/BuildModule.js'

/** Loads the build module from beside this file's bundle. */
export async function loadBuildModule(): Promise<BuildModule> {
  const wasmBinary = await readFile(new URL('./etalage-build.wasm', import.meta.url))
  return createBuildModule({ wasmBinary })
}
