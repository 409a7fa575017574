// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { BuildModule } from './builder/BuildModule.js'

/** Starts the WebAssembly module that the C++ core is compiled to; it lies beside the command line in `dist`. */
export default function createBuildModule(options: { wasmBinary: Uint8Array }): Promise<BuildModule>
