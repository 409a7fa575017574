// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPack } from './readPack.mjs'
import { Shop } from './shop.mjs'

/** A shop with these lines of a catalogue. */
function shopOf(lines, config = {}) {
  return new Shop({
    'products.csv': lines,
    'etalage.config.js': { catalogue: 'products.csv', ...config },
  })
}

function productsOf(lines, config) {
  const shop = shopOf(lines, config)
  shop.json('build')
  return readPack(shop)
}

test('all fields of a product arrive in the pack', () => {
  const shop = shopOf([
    'id,title,price,category,brand,url,image,in_stock,aliases',
    'A1,"Rake, ""large""",12.99 EUR, tools>garden  > rakes ,Acme,https://shop/a1,https://img/a1.png,true,"SKU-1, SKU-2 4006381333931"',
    'A2,,,,,,,no,',
  ])
  shop.json('build')
  const { byId } = readPack(shop)
  assert.deepEqual(byId.A1, {
    id: 'A1',
    names: ['4006381333931', 'A1', 'SKU-1', 'SKU-2'],
    title: 'Rake, "large"',
    price: 12.99,
    category: 'tools > garden > rakes',
    brand: 'Acme',
    url: 'https://shop/a1',
    image: 'https://img/a1.png',
    inStock: true,
  })
  const empty = { title: '', price: undefined, category: '', brand: '', url: '', image: '' }
  assert.deepEqual(byId.A2, { id: 'A2', names: ['A2'], ...empty, inStock: false })
  assert.equal(shop.json('inspect', 'shop.pack').currency, 'EUR')
})

test('prices are understood as shops write them', () => {
  const prices = {
    12.5: 12.5,
    '12,50': 12.5,
    '€ 1.299,00': 1299,
    '1,299.00': 1299,
    '12 EUR': 12,
    'EUR 0.99': 0.99,
  }
  const { byId } = productsOf([
    'id;price',
    ...Object.keys(prices).map((price, i) => `A${i};${price}`),
  ])
  assert.deepEqual(
    Object.keys(prices).map((_, i) => byId[`A${i}`].price),
    Object.values(prices),
  )
})

test('stock is understood as shops write it', () => {
  const stock = {
    true: true,
    in_stock: true,
    'In Stock': true,
    preorder: true,
    7: true,
    0: false,
    'out of stock': false,
    no: false,
  }
  const { byId } = productsOf([
    'id,availability',
    ...Object.keys(stock).map((word, i) => `A${i},${word}`),
  ])
  assert.deepEqual(
    Object.keys(stock).map((_, i) => byId[`A${i}`].inStock),
    Object.values(stock),
  )
})

test('a group is one product: its most-touched variant, which answers to all their names', () => {
  const shop = shopOf(
    [
      'id,item_group_id,title,in_stock,aliases',
      'S,shirt,Small,no,111',
      'M,shirt,Medium,no,',
      'L,shirt,Large,yes,',
      'X,,Other,yes,',
    ],
    { history: 'events.csv' },
  )
  shop.write('events.csv', [
    'session,item_id',
    's1,S',
    's1,X',
    's2,M',
    's2,X',
    's3,M',
    's3,shirt',
    's4,111',
    's4,M',
  ])
  const { history } = shop.json('build')
  assert.equal(history.matched, 8)
  const { products, byId } = readPack(shop)
  assert.equal(products.length, 2)
  assert.equal(byId.M.title, 'Medium')
  assert.deepEqual(byId.M.names, ['111', 'L', 'M', 'S', 'shirt'])
  assert.equal(byId.M.inStock, true, 'one of the variants is')
})

test('variants that are touched as often are told apart by id', () => {
  const { products } = productsOf(['id,item_group_id', 'b,g', 'a,g', 'c,g'])
  assert.deepEqual(
    products.map((product) => product.id),
    ['a'],
  )
})

test('a product that has the id of a group belongs to it', () => {
  const { byId } = productsOf(['id,item_group_id', 'shirt-s,shirt', 'shirt,'])
  assert.deepEqual(byId.shirt.names, ['shirt', 'shirt-s'])
})

test('the order of the lines does not matter', () => {
  const lines = ['A1,Rake,g', 'A2,Spade,g', 'B1,Hose,']
  const bytes = [lines, lines.toReversed()].map(
    (lines) => productsOf(['id,title,item_group_id', ...lines]).products,
  )
  assert.deepEqual(bytes[0], bytes[1])
})

test('the name of a column is usual, mapped, or one of a Merchant feed', () => {
  const { byId } = productsOf(
    ['SKU,Name,Product-Type,Image Link', 'A1,Rake,tools > garden,i.png'],
    {
      catalogue: { path: 'products.csv', columns: { id: 'SKU', title: 'Name' } },
    },
  )
  assert.deepEqual(
    [byId.A1.title, byId.A1.category, byId.A1.image],
    ['Rake', 'tools > garden', 'i.png'],
  )
})

for (const [name, lines, line, expected] of [
  [
    'a product without an id',
    ['id,title', 'A1,Rake', '  ,Spade'],
    3,
    /a product without an id; expected a value in column "id"/,
  ],
  ['an id on two lines', ['id', 'A1', 'A2', 'A1'], 4, /the id "A1" stands on line 2 already/],
  [
    'an alias of two products',
    ['id,aliases', 'A1,old', 'A2,"x old"'],
    3,
    /"old" names "A2" here and "A1" on line 2/,
  ],
  [
    'an alias that is another id',
    ['id,aliases', 'A1,A2', 'A2,'],
    3,
    /"A2" names "A2" here and "A1" on line 2/,
  ],
  [
    'a price that is none',
    ['id,price', 'A1,12.99', 'A2,call us'],
    3,
    /the price of "A2" is "call us"; expected a number/,
  ],
  ['a price that could be two', ['id,price', 'A1,"1,299"'], 2, /the price of "A1" is "1,299"/],
  ['a price below nothing', ['id,price', 'A1,-1'], 2, /the price of "A1" is "-1"/],
  [
    'a second currency',
    ['id,price', 'A1,1 EUR', 'A2,1 USD'],
    3,
    /in USD; expected all prices in EUR/,
  ],
  [
    'an unknown availability',
    ['id,availability', 'A1,perhaps'],
    2,
    /the availability of "A1" is "perhaps"; expected .*out_of_stock/,
  ],
  [
    'a line with a field too few',
    ['id,title', 'A1,Rake', 'A2'],
    3,
    /1 field; expected 2, as in the header/,
  ],
  ['a line with a field too many', ['id,title', 'A1,Rake,1,2'], 2, /4 fields; expected 2/],
  [
    'a quote that never ends',
    ['id,title', 'A1,Rake', 'A2,"Spade', 'A3,Hose'],
    3,
    /a quote that is never closed/,
  ],
  ['text after a quote', ['id,title', 'A1,"Rake"s', 'A3,Hose'], 2, /text after a closing quote/],
  ['a column that comes twice', ['id,title,title', 'A1,Rake,Rake'], 1, /two columns "title"/],
  [
    'no column for the id',
    ['sku,title', 'A1,Rake'],
    1,
    /no column "id"; expected it, or catalogue\.columns\.id to name one of "sku", "title"/,
  ],
]) {
  test(`${name} is an error that names file and line`, () => {
    const problem = shopOf(lines).refused('build')
    assert.equal(problem.file, 'products.csv')
    assert.equal(problem.line, line)
    assert.ok(problem.text.startsWith(`etalage: products.csv:${line}: `), problem.text)
    assert.match(problem.text, expected)
  })
}

test('lines are counted as an editor counts them, with line breaks in quotes and blank lines', () => {
  const problem = shopOf([
    'id,title,price',
    'A1,"Rake,',
    'large",1',
    '',
    '',
    'A2,"a""b\n\n",2',
    'A3,Hose,much',
  ]).refused('build')
  assert.equal(problem.line, 9)
})

test('a mapped column that is not there is an error with a suggestion', () => {
  const catalogue = { path: 'products.csv', columns: { price: 'Prise' } }
  const { code, line, text } = shopOf(['id,Price,Title', 'A1,1,x'], { catalogue }).refused('build')
  assert.deepEqual([code, line], ['column-unknown', 1])
  assert.match(
    text,
    /no column "Prise", which catalogue\.columns\.price names \(did you mean "Price"\?\); expected one of "id", "Price", "Title"/,
  )
})

test('the currency of the configuration holds for prices that name none, and against those that name another', () => {
  const shop = shopOf(['id,price', 'A1,1'], { currency: 'EUR' })
  shop.json('build')
  assert.equal(shop.json('inspect', 'shop.pack').currency, 'EUR')

  const { line, what } = shopOf(['id,price', 'A1,1', 'A2,1 USD'], { currency: 'EUR' }).refused(
    'build',
  )
  assert.deepEqual([line, what], [3, 'the price of "A2" is in USD'])
})

test('a catalogue without a product is an error', () => {
  assert.equal(shopOf(['id,title']).refused('build').code, 'catalogue-empty')
  assert.equal(shopOf('').refused('build').code, 'file-empty')
})
