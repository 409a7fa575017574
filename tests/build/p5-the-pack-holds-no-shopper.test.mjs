// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Promise P5, on a slice of real histories; tests/long has them whole. The customers are counted anew from the shop's own file,
// and the pack is read as anybody can read it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { below, membership, pairKey } from './membership.mjs'
import {
  clickSessions,
  invoices,
  lacking,
  onlineRetailLines,
  productsOf,
  sessionsOfInvoices,
  shopOfClicks,
  shopOfInvoices,
} from './publicData.mjs'
import { readPack } from './readPack.mjs'

const floor = 3

test(
  'no pair and no learned vector rests on fewer than three customers of a real shop',
  { skip: lacking('online-retail') },
  async (t) => {
    const lines = onlineRetailLines(40_000)
    const shop = shopOfInvoices(lines)
    shop.json('build')
    const pack = readPack(shop)
    const behind = membership(pack, await sessionsOfInvoices(shop))
    t.diagnostic(`${behind.pairs.size} pairs, ${behind.vectors.size} learned vectors`)
    assert.ok(behind.pairs.size > 1000 && behind.vectors.size > 1000)
    assert.deepEqual(below(floor, behind.pairs), [])
    assert.deepEqual(below(floor, behind.vectors), [])
    const { learned, ofAttributes } = shop.json('inspect', 'shop.pack').scoring
    assert.deepEqual([learned, ofAttributes], [behind.vectors.size, 0])

    await t.test('the same count finds what stands at three where the floor is four', () => {
      assert.ok(below(floor + 1, behind.pairs).length > 100)
      assert.ok(below(floor + 1, behind.vectors).length > 10)
    })

    await t.test('vectors of attributes are told from learned ones by their length', () => {
      shop.write('products.jsonl', productsOf(lines))
      shop.write('etalage.config.js', { ...invoices, catalogue: 'products.jsonl' })
      shop.json('build', '--out', 'titles.pack')
      const titled = readPack(shop, 'titles.pack')
      const isLong = (vector) => vector !== undefined && Math.hypot(...vector) >= 0.95
      const idsOf = ({ products }, has) =>
        products.flatMap(({ id }, row) => (has(row) ? id : [])).sort()
      // A title about politics: such a product is recommended to nobody for what they did.
      const isRefused = (id) => titled.byId[id].title.includes('POLITICAL')
      const learned = idsOf(pack, (row) => pack.vectors[row] !== undefined)
      assert.deepEqual(
        idsOf(titled, (row) => isLong(titled.vectors[row])),
        learned.filter((id) => !isRefused(id)),
      )
      const { scoring } = shop.json('inspect', 'titles.pack')
      assert.equal(scoring.learned, behind.vectors.size - learned.filter(isRefused).length)
      assert.ok(scoring.ofAttributes > 100)
      assert.equal(scoring.vectors, scoring.learned + scoring.ofAttributes)
    })

    await t.test('a pair and a vector are gone when one of their three customers is', () => {
      const size = pack.products.length
      const [pair] = below(floor + 1, behind.pairs)
      const [row] = below(floor + 1, behind.vectors)
      const [a, b] = [Math.floor(pair / size), pair % size].map((at) => pack.products[at].id)
      const { id } = pack.products[row]
      const hasPair = ({ products, byId, pairs }) => {
        const [i, j] = [a, b].map((name) => products.indexOf(byId[name]))
        return pairs[i]?.includes(j) || pairs[j]?.includes(i) || false
      }
      const hasVector = ({ products, byId, vectors }) =>
        vectors[products.indexOf(byId[id])] !== undefined
      assert.ok(hasPair(pack) && hasVector(pack))

      const gone = [behind.pairs.get(pair), behind.vectors.get(row)].map(([first]) => first)
      const isOf = (line) => gone.some((customer) => line.includes(`,${customer},`))
      const without = shopOfInvoices(lines.filter((line) => !isOf(line)))
      without.json('build')
      const after = readPack(without)
      assert.ok(!hasPair(after) && !hasVector(after))
    })
  },
)

test(
  'where customers are unknown no pair and no learned vector rests on fewer than three sessions',
  { skip: lacking('sessions') },
  (t) => {
    const sessions = clickSessions('retailrocket', 10_000)
    const shop = shopOfClicks(sessions)
    shop.json('build')
    const behind = membership(readPack(shop), sessions)
    t.diagnostic(`${behind.pairs.size} pairs, ${behind.vectors.size} learned vectors`)
    assert.ok(behind.pairs.size > 100 && behind.vectors.size > 100)
    assert.deepEqual(below(floor, behind.pairs), [])
    assert.deepEqual(below(floor, behind.vectors), [])
    assert.ok(below(floor + 1, behind.pairs).length > 100)
    assert.ok(below(floor + 1, behind.vectors).length > 10)
  },
)

test('the count of customers sees one customer as one, and leaves out what says nothing', () => {
  const many = Array.from({ length: 59 }, (_, i) => `X${i}`)
  const pack = {
    products: ['A', 'B', 'C', ...many].map((id) => ({ id, names: [id] })),
    pairs: [[1], [], []],
    vectors: [[1], [1], undefined],
  }
  const { pairs, vectors } = membership(pack, [
    { customer: 'c1', items: ['A', 'B'] },
    { customer: 'c1', items: ['B', 'A'] },
    { items: ['A', 'C', 'unknown', 'B'] },
    { customer: 'c2', items: ['A', 'C'] }, // one event that has a vector
    { customer: 'c3', items: ['A', 'A'] }, // one event, reported twice
    { customer: 'c4', items: ['A', 'B', ...many] }, // too many products to pair
  ])
  assert.deepEqual([...pairs.get(pairKey(1, 0, 62))], ['c1', 'nobody knows 2'])
  assert.deepEqual([...vectors.get(0)], ['c1', 'nobody knows 2', 'c4'])
  assert.deepEqual(below(3, pairs), [pairKey(0, 1, 62)])
  assert.deepEqual(below(3, vectors), [])
})
