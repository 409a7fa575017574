// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// A pack of so many products, made by the command line's module from sessions that walk through neighbouring products.
import { readFileSync } from 'node:fs'
import { repository } from '../../../toolchain/paths.mjs'
import createBuilder from '../../../js/build/dist/etalage-build.js'
import { PackBuilder } from '../../../js/build/dist/builder/PackBuilder.js'
import { encodeProducts } from '../../../js/build/dist/builder/encodeProducts.js'
import { plainSlot } from '../../../tools/plainSlot.mjs'
import { encodeSettings } from '../../../js/build/dist/builder/encodeSettings.js'

const wasmBinary = readFileSync(`${repository}/js/build/dist/etalage-build.wasm`)

export async function makePack(products, { off = false } = {}) {
  const builder = new PackBuilder(await createBuilder({ wasmBinary }))
  builder.setProducts(
    encodeProducts(
      Array.from({ length: products }, (_, i) => ({
        id: `sku-${i}`,
        aliases: [`old-${i}`],
        title: `Product number ${i}`,
        category: `shelf ${i % 20} > row ${i % 100}`,
        brand: `brand ${i % 30}`,
        url: `/p/sku-${i}/`,
        image: `/img/sku-${i}.webp`,
        price: i / 4,
        inStock: i % 50 !== 7,
        hidden: false,
        added: NaN,
        values: [],
      })),
    ),
  )
  const slots = [
    plainSlot('home', 'for-you', 8, ['bestsellers']),
    plainSlot('product', 'similar', 4),
    plainSlot('cart', 'bought-together', 4),
    plainSlot('recent', 'recently-viewed', 4),
  ]
  builder.setSettings(
    encodeSettings({
      minSupport: 3,
      retentionDays: 400,
      off,
      currency: 'EUR',
      seed: 1,
      epochs: 1,
      slots,
    }),
  )
  builder.setHistory(walks(products))
  builder.begin()
  while (builder.step(10_000) < 1);
  const pack = builder.finish()
  builder.delete()
  return pack
}

/** Five customers walk past every four products in a row. */
function walks(products) {
  const items = []
  const offsets = [0]
  const customers = []
  for (let customer = 0; customer < 5; ++customer) {
    for (let first = 0; first + 4 <= products; first += 4) {
      for (let i = 0; i < 4; ++i) items.push(first + ((i + customer) % 4))
      offsets.push(items.length)
      customers.push(customer)
    }
  }
  return {
    items: Uint32Array.from(items),
    offsets: Uint32Array.from(offsets),
    customers: Uint32Array.from(customers),
  }
}
