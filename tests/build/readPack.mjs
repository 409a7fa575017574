// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Reads the parts of a pack that tests ask about, by the drawing in core/pack/format.h.
import { readFileSync } from 'node:fs'

/** Products by id, with all names that lead to each. */
export function readPack(shop, name = 'shop.pack') {
  const bytes = readFileSync(shop.path(name))
  const sections = new Map(
    Array.from({ length: bytes.readUInt32LE(12) }, (_, i) => {
      const entry = 32 + 16 * i
      const [count, start, size] = [4, 8, 12].map((field) => bytes.readUInt32LE(entry + field))
      const view = new DataView(bytes.buffer, bytes.byteOffset + start, size)
      return [bytes.toString('latin1', entry, entry + 4), { count, start, view }]
    }),
  )
  const section = (tag) => sections.get(tag)
  const texts = (tag, count, skip = 0) => {
    const { view, start } = section(tag)
    const end = (i) => view.getUint32(skip + 4 * i, true)
    const first = start + skip + 4 * (count + 1)
    return Array.from({ length: count }, (_, i) =>
      bytes.toString('utf8', first + end(i), first + end(i + 1)),
    )
  }
  const { count } = section('ITEM')
  const indexed = (tag) => {
    const { view } = section(tag)
    const at = (2 * count + 3) & ~3
    const values = texts(tag, view.getUint32(at, true), at + 4)
    return Array.from({ length: count }, (_, row) => values[view.getUint16(2 * row, true)] ?? '')
  }
  const [titles, urls, images] = ['TITL', 'URL_', 'IMAG'].map((tag) => texts(tag, count))
  const [categories, brands] = ['CATG', 'BRND'].map(indexed)
  const price = (row) => Number(section('PRIC').view.getBigInt64(8 * row, true)) / 1e6
  const products = texts('ITEM', count).map((id, row) => ({
    id,
    names: [],
    title: titles[row],
    url: urls[row],
    image: images[row],
    category: categories[row],
    brand: brands[row],
    price: price(row) < 0 ? undefined : price(row),
    inStock: section('FLAG').view.getUint8(row) === 1,
  }))
  const keys = section('KEYS')
  for (const [i, name] of texts('KEYS', keys.count, 4 * keys.count).entries()) {
    products[keys.view.getUint32(4 * i, true)].names.push(name)
  }
  const scales = section('SCAL')?.view
  const vectors = products.map((_, row) => {
    const scale = scales?.getUint16(2 * row, true) ?? 0
    if (scale === 0) return undefined
    const { view } = section('VECT')
    return Array.from({ length: 64 }, (_, d) => (view.getInt8(64 * row + d) * scale) / 65535 / 127)
  })
  const pairs = products.map((_, row) => {
    const lists = section('PAIR')?.view
    if (!lists) return []
    const end = (i) => 4 * (count + 1) + lists.getUint32(4 * i, true)
    return readPairList(
      new DataView(lists.buffer, lists.byteOffset + end(row), end(row + 1) - end(row)),
    )
  })
  return {
    products,
    /** Of each product its vector as 64 numbers, undefined where it has none. */
    vectors,
    /** Of each product the rows of those that go with it. */
    pairs,
    /** What the file's table names. */
    tags: [...sections.keys()],
    byId: Object.fromEntries(products.map((product) => [product.id, product])),
  }
}

/** The rows of a list, by the drawing in core/pack/pair_list.h. */
function readPairList(view) {
  let at = 0
  const varint = () => {
    let value = 0
    for (let shift = 1; ; shift *= 128) {
      const byte = view.getUint8(at++)
      value += (byte & 127) * shift
      if (byte < 128) return value
    }
  }
  const length = varint()
  at += 2 // the largest weight
  let next = 0
  return Array.from({ length }, () => {
    const row = next + varint()
    next = row + 1
    return row
  })
}
