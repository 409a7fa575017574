// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The shipped module as a page asks it: a slot that shows what is similar to a product.
import { Engine } from '../../../js/etalage/src/engine/Engine.ts'
import { startRuntime } from '../../../js/etalage/src/engine/startRuntime.ts'

export async function openSlot({ wasm, pack }) {
  const engine = new Engine(await startRuntime(wasm))
  engine.open(pack)
  return {
    // A product is not similar to itself, but for the others here: they find it first.
    search(row, k) {
      const request = { slot: 'similar', count: k - 1, item: `${row}`, exclude: [], lang: 'en' }
      engine.setPage({ type: 'product' }) // where no answer is remembered yet
      return [row, ...engine.recommend(request, 0, 0).items.map(({ id }) => Number(id))]
    },
  }
}
