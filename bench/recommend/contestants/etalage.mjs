// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The scan of the shipped modules, alone.

/** Gives { search, pack }: pack holds the same vectors, for the shipped module. */
export async function openScan({ wasm, vectors: { count, components, scales } }) {
  const { instance } = await WebAssembly.instantiate(wasm)
  const module = instance.exports
  module._initialize()
  module.room(count)
  new Int8Array(module.memory.buffer, module.components_at(), components.length).set(components)
  new Uint16Array(module.memory.buffer, module.scales_at(), count).set(scales)
  if (!module.open()) throw new Error('the vectors make no pack')
  return {
    pack: new Uint8Array(module.memory.buffer, module.pack_at(), module.pack_size()).slice(),
    search(row, k) {
      const found = module.search(row, k)
      return new Uint32Array(module.memory.buffer, module.best_at(), found)
    },
  }
}
