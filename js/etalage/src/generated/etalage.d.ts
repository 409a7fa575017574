// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { RuntimeModule } from '../engine/RuntimeModule.js'

/** The Embind glue that the build puts beside this file. Starts the WebAssembly module from its bytes. */
export default function createRuntime(options: { wasmBinary: ArrayBuffer }): Promise<RuntimeModule>
