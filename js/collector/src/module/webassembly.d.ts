// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What the collector uses of WebAssembly: TypeScript knows it only together with the whole of a browser.

declare namespace WebAssembly {
  interface Memory {
    readonly buffer: ArrayBuffer
  }
  interface Instance {
    readonly exports: object
  }
  function instantiate(code: Uint8Array): Promise<{ instance: Instance }>
}
