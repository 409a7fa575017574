// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Each of the ready-made rules (docs/retail.md), by what a replayed shopper does.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { readSettings } from '../../js/build/dist/config/readSettings.js'
import { retail } from '../../js/build/dist/index.js'
import { loadBuildModule } from '../../js/build/dist/loadBuildModule.js'
import { parseLine } from '../../js/build/dist/replay/parseLine.js'
import { Shopper } from '../../js/build/dist/shopper/Shopper.js'
import { Shop } from './shop.mjs'

const day = 86_400_000
const minute = 60_000
const start = Date.UTC(2026, 0, 5, 10)
const examples = new URL('../../js/build/examples/', import.meta.url)
const module = await loadBuildModule()
const shop = new Shop({ 'etalage.config.js': { extends: [retail()] } })
shop.json('build')

/** Each step is [days since the start, event, parameters], or days alone. Gives what the rules say after the last. */
function live(...steps) {
  return replay(shop, steps).at(-1)
}

/** What `etalage replay` does, in this process because there are many shoppers here. */
function replay(inShop, steps) {
  const shopper = new Shopper(module, readFileSync(inShop.path('shop.pack')))
  const outcomes = steps.map((step) => {
    const [days, event, ecommerce] = Array.isArray(step) ? step : [step]
    const written = JSON.stringify({ time: Math.round(start + days * day), event, ecommerce })
    const { now, inputs } = parseLine(written, { file: 'shopper', line: 1 })
    for (const input of inputs) shopper.apply(input, now)
    return shopper.update(now, 0)
  })
  shopper.delete()
  return outcomes
}

const item = (id, category = 'tools', item_brand = 'Bosch', price = 20) => ({
  items: [{ item_id: id, item_category: category, item_brand, price, quantity: 1 }],
})
const view = (days, ...product) => [days, 'view_item', item(...product)]
const cart = (days, ...product) => [days, 'add_to_cart', item(...product)]
let orders = 0
const buy = (days, value = 50) => [
  days,
  'purchase',
  { transaction_id: `T${++orders}`, value, ...item('A') },
]
const soon = (3 * minute) / day

for (const name of ['anna', 'bram', 'carla', 'daan', 'emma']) {
  test(`the example shopper ${name} is told of as expected`, () => {
    const inExamples = new Shop()
    inExamples.json('build', '--config', fileURLToPath(new URL('etalage.config.js', examples)))
    const file = (ending) => new URL(`shoppers/${name}${ending}`, examples)
    const args = ['--pack', 'shop.pack', fileURLToPath(file('.jsonl'))]
    const { stdout, stderr } = inExamples.run('replay', ...args)
    assert.equal(stderr, '')
    assert.equal(stdout, readFileSync(file('.expected.jsonl'), 'utf8'))
  })
}

test('the ready-made rules compile without a warning, and every one has a label in both languages', () => {
  const { ok, problems } = shop.json('lint')
  assert.deepEqual([ok, problems], [true, []])
  const parts = retail().extends
  for (const group of ['metrics', 'segments', 'decisions', 'triggers', 'measures']) {
    for (const [name, rule] of parts.flatMap((part) => Object.entries(part[group] ?? {}))) {
      assert.ok(rule.label?.nl && rule.label.en, `${group}.${name}`)
      for (const [value] of rule.cases ?? []) {
        const words = rule.values?.[value]
        assert.ok(words?.nl && words.en, `${group}.${name}: ${value}`)
      }
    }
  }
})

test('ready-made measures are five, and two of gaps where the shop names its categories', () => {
  const names = (options) =>
    readSettings({ extends: [retail(options)] }, 'etalage.config.js').rules.measures.map(
      ({ name }) => name,
    )
  const five = ['funnel', 'lifecycle', 'engagement-level', 'service', 'personalise']
  assert.deepEqual(names(), five)
  assert.deepEqual(names({ categories: ['tools'] }), [...five, 'zero-results', 'out-of-stock'])
})

test('the ready-made rules compile with distributions, and with a retention of a month', () => {
  const distributions = { recency: [1, 9], frequency: [1, 2], monetary: [5, 50], price: [1, 2] }
  for (const config of [
    { extends: [retail({ distributions })] },
    { extends: [retail()], privacy: { retention: '30d' } },
  ]) {
    const { ok, problems } = new Shop({ 'etalage.config.js': config }).json('lint')
    assert.deepEqual([ok, problems], [true, []])
  }
})

for (const orderValue of [0, -3, NaN, Infinity]) {
  test(`an ordinary order cannot be worth ${orderValue}`, () => {
    assert.throws(() => retail({ orderValue }), /orderValue is .*; expected a number above 0/)
  })
}

test('recency, frequency and monetary value are those of the purchases', () => {
  const { metrics } = live(buy(0, 40), buy(10, 60), buy(40, 20), 45.5)
  assert.deepEqual(
    [metrics.recency, metrics.frequency, metrics.monetary, metrics['days-between-purchases']],
    [5.5, 3, 120, 20],
  )
})

test('a shopper who bought nothing has no recency, rhythm or score', () => {
  const { metrics } = live(view(0, 'A'), 100)
  for (const name of [
    'recency',
    'days-between-purchases',
    'recency-score',
    'frequency-score',
    'monetary-score',
  ]) {
    assert.equal(metrics[name], undefined, name)
  }
})

for (const [days, expected] of [
  [0, 5],
  [14, 5],
  [15, 4],
  [31, 3],
  [91, 2],
  [181, 1],
]) {
  test(`${days} days after a purchase the recency score is ${expected}`, () => {
    assert.equal(live(buy(0), days).metrics['recency-score'], expected)
  })
}

for (const [count, frequency, monetary] of [
  [1, 1, 1],
  [2, 2, 2],
  [3, 3, 2],
  [5, 4, 3],
  [8, 5, 4],
  [16, 5, 5],
]) {
  test(`${count} ordinary orders in a profile of 90 days score ${frequency} and ${monetary}`, () => {
    const bought = Array.from({ length: count }, (_, i) => buy(i))
    const { metrics } = live(...bought, 90)
    assert.deepEqual([metrics['frequency-score'], metrics['monetary-score']], [frequency, monetary])
  })
}

test('before a profile is 90 days old it has no score for frequency and money', () => {
  const { metrics } = live(buy(0), buy(1), 89.9)
  assert.deepEqual([metrics['frequency-score'], metrics['monetary-score']], [undefined, undefined])
})

test('with distributions a shopper is compared with the shop’s own customers', () => {
  const tens = Array.from({ length: 10 }, (_, i) => (i + 1) * 10)
  const distributions = { recency: tens, frequency: [1, 1, 1, 1, 2, 2, 2, 3, 3, 4], monetary: tens }
  const own = new Shop({ 'etalage.config.js': { extends: [retail({ distributions })] } })
  own.json('build')
  const { metrics } = replay(own, [buy(0, 30), buy(1, 35), 91]).at(-1)
  assert.deepEqual(
    [metrics['recency-score'], metrics['frequency-score'], metrics['monetary-score']],
    [1, 4, 4],
  )
})

test('a valuable customer bought of late, often or much', () => {
  const often = Array.from({ length: 6 }, (_, i) => buy(i * 16, 80))
  assert.ok(live(...often, 95).segments.includes('valuable'))
  assert.ok(!live(...often, 200).segments.includes('valuable'), 'too long ago')
  assert.ok(!live(buy(0, 80), 95).segments.includes('valuable'), 'once')
})

test('engagement weighs what was done in 30 days', () => {
  const steps = [view(0, 'A'), [0, 'search'], [0, 'add_to_wishlist'], cart(0, 'A'), [0, 'review']]
  assert.equal(live(...steps).metrics.engagement, 1 + 2 + 5 + 5 + 10)
  assert.equal(live(...steps, 30).metrics.engagement, 0)
})

test('the level of engagement is unknown in a young profile, unless it is plain to see', () => {
  const level = (...steps) => live(...steps).decisions['engagement-level']
  assert.equal(level(view(0, 'A')), 'unknown')
  assert.equal(level(view(0, 'A'), 7), 'low')
  assert.equal(level(cart(0, 'A'), cart(0, 'B'), cart(0, 'C')), 'middle')
  assert.equal(level(buy(0), buy(0), buy(0)), 'high')
  assert.ok(live(buy(0), buy(0), buy(0)).segments.includes('engaged'))
})

for (const [name, steps, stage] of [
  ['of the first minutes', [view(0, 'A')], 'unknown'],
  ['in a first visit', [view(0, 'A'), view(soon, 'B')], 'first-time-visitor'],
  ['on another day', [view(0, 'A'), view(3, 'B')], 'returning-visitor'],
  ['in a second visit of one day', [view(0, 'A'), view(0.2, 'B')], 'returning-visitor'],
  ['with an account from before', [[0, 'login'], view(soon, 'A')], 'returning-visitor'],
  ['who signed up just now', [[0, 'sign_up'], [0, 'login'], view(soon, 'A')], 'first-time-visitor'],
  ['who fills a cart', [view(0, 'A'), cart(soon, 'A')], 'prospect'],
  ['who wishes', [view(0, 'A'), [soon, 'add_to_wishlist', item('A')]], 'prospect'],
  ['who begins to check out', [view(0, 'A'), [soon, 'begin_checkout', item('A')]], 'prospect'],
  [
    'who looks at very much',
    Array.from({ length: 15 }, (_, i) => view((i * minute) / day, `P${i}`)),
    'prospect',
  ],
  ['whose cart is long ago', [cart(0, 'A'), view(31, 'B')], 'returning-visitor'],
  ['who bought once', [view(0, 'A'), buy(soon)], 'first-time-customer'],
  ['who bought once, with an account from before', [[0, 'login'], buy(soon)], 'unknown'],
  ['who bought at once', [buy(0)], 'unknown'],
  ['who bought twice', [buy(0), buy(30)], 'repeat-customer'],
  ['who bought three times', [buy(0), buy(30), buy(60)], 'loyal-customer'],
  ['without a purchase for half a year', [buy(0), 181], 'drifting'],
  ['without a purchase for a year', [buy(0), 366], 'lapsed'],
  ['who bought each month and stays away for three', [buy(0), buy(30), buy(60), 151], 'drifting'],
  ['who bought each month and stays away for six', [buy(0), buy(30), buy(60), 241], 'lapsed'],
  ['who bought each day and stays away for a week', [buy(0), buy(1), buy(2), 9], 'loyal-customer'],
  ['who drifted and buys again', [buy(0), 181, buy(190)], 'repeat-customer'],
]) {
  test(`lifecycle: a shopper ${name} is ${stage}`, () => {
    const { decisions, segments } = live(...steps)
    assert.equal(decisions.lifecycle, stage)
    assert.equal(
      segments.includes('customer'),
      steps.some((step) => step[1] === 'purchase'),
    )
    assert.equal(segments.includes('loyal'), stage === 'loyal-customer')
    assert.equal(segments.includes('drifting'), stage === 'drifting')
    assert.equal(segments.includes('lapsed'), stage === 'lapsed')
  })
}

test('lifecycle: a profile that has held nothing is unknown', () => {
  assert.equal(replay(shop, [0])[0].decisions.lifecycle, 'unknown')
})

for (const [name, steps, phase] of [
  ['who did nothing yet', [0], 'unknown'],
  ['who looks at a product', [view(0, 'A')], 'exploring'],
  ['who searches', [[0, 'search', { search_term: 'drill' }]], 'exploring'],
  [
    'who looks here and there',
    [view(0, 'A', 'x'), view(0, 'B', 'y'), view(0, 'C', 'z')],
    'exploring',
  ],
  ['who looks at three of a kind', [view(0, 'A'), view(0, 'B'), view(0, 'C')], 'comparing'],
  ['who looks at one thing three times', [view(0, 'A'), view(0, 'A'), view(0, 'A')], 'exploring'],
  ['who fills a cart', [view(0, 'A'), cart(0, 'A')], 'deciding'],
  [
    'who empties the cart',
    [cart(0, 'A'), [0, 'remove_from_cart', item('A')], view(0, 'B')],
    'exploring',
  ],
  ['whose cart is two weeks old', [cart(0, 'A'), view(15, 'A')], 'exploring'],
  ['who broke a checkout off', [[0, 'begin_checkout', item('A')], 6], 'deciding'],
  [
    'who bought',
    [view(0, 'A'), cart(0, 'A'), [0, 'begin_checkout', item('A')], buy(0)],
    'just-bought',
  ],
  ['who bought and looks on', [buy(0), view(1, 'A'), view(1, 'B'), view(1, 'C')], 'just-bought'],
  ['who bought and fills the next cart', [buy(0), cart(1, 'B')], 'deciding'],
  ['who bought two weeks ago', [buy(0), 14], 'using'],
  ['who bought two weeks ago and looks again', [buy(0), view(14, 'B')], 'exploring'],
  ['who bought over a year ago', [buy(0), 366], 'unknown'],
]) {
  test(`journey: a shopper ${name} is ${phase}`, () => {
    assert.equal(live(...steps).decisions.journey, phase)
  })
}

const contact = (days, reason) => [days, 'contact', { reason }]

for (const [name, steps, intent, service] of [
  ['of today', [view(0, 'A')], 'unknown', 'unknown'],
  ['of last week', [view(0, 'A'), 7], 'none', 'self-service'],
  ['who asks for advice', [contact(0, 'advice')], 'advice', 'chat'],
  ['who asks something else', [contact(0, 'vacancy')], 'other', 'chat'],
  ['who complains', [contact(0, 'complaint')], 'problem', 'chat'],
  ['who bought and complains', [buy(0), contact(1, 'complaint')], 'problem', 'personal'],
  [
    'whose last question was another',
    [contact(0, 'return'), contact(1, 'advice')],
    'advice',
    'chat',
  ],
  ['who asked a month ago', [contact(0, 'advice'), 30], 'none', 'self-service'],
  ['worth four orders', [buy(0, 200)], 'unknown', 'chat'],
  ['worth ten orders', [buy(0, 500)], 'unknown', 'personal'],
  ['who bought three times', [buy(0, 5), buy(1, 5), buy(2, 5)], 'unknown', 'chat'],
  ['who bought five times', [1, 2, 3, 4, 5].map((days) => buy(days, 5)), 'unknown', 'personal'],
  ['who bought once, long ago', [buy(0), 60], 'none', 'self-service'],
]) {
  test(`service: a shopper ${name} is helped by ${service}, with intent ${intent}`, () => {
    const { decisions } = live(...steps)
    assert.deepEqual([decisions['contact-intent'], decisions.service], [intent, service])
  })
}

test('service: a lifetime value of the shop’s own takes the place of the money spent', () => {
  const metrics = { 'customer-value': '100 * count(login)' }
  const own = new Shop({ 'etalage.config.js': { extends: [retail({ orderValue: 10 })], metrics } })
  own.json('build')
  const { decisions } = replay(own, [[0, 'login']]).at(-1)
  assert.equal(decisions.service, 'personal')
})

const hours = (count) => count / 24

function fires(name, ...steps) {
  return replay(shop, steps).map(({ triggers }) => triggers.includes(name))
}

test('a cart that was left fires four hours later, once, and again after three days', () => {
  assert.deepEqual(fires('cart-abandoned', cart(0, 'A'), hours(3.9), hours(4), hours(5)), [
    false,
    false,
    true,
    false,
  ])
  assert.deepEqual(fires('cart-abandoned', cart(0, 'A'), 1, cart(2, 'B'), 3, cart(4, 'C'), 5), [
    false,
    true,
    false,
    false,
    false,
    true,
  ])
})

test('a cart that was emptied, bought or forgotten does not fire', () => {
  const emptied = [cart(0, 'A'), [0.1, 'remove_from_cart', item('A')], 1]
  for (const steps of [emptied, [cart(0, 'A'), buy(0.1), 1], [cart(0, 'A'), 15]]) {
    assert.ok(!fires('cart-abandoned', ...steps).includes(true))
  }
})

test('looking around and leaving fires four hours later, once a week at most', () => {
  const looks = (days) => [view(days, 'A'), view(days, 'B'), view(days, 'C')]
  assert.deepEqual(
    fires('browse-abandoned', ...looks(0), hours(4), ...looks(2), 3, ...looks(8), 9),
    [false, false, false, true, false, false, false, false, false, false, false, true],
  )
})

test('two views, a cart or a purchase are no browsing left half-way', () => {
  const looks = [view(0, 'A'), view(0, 'B'), view(0, 'C')]
  for (const steps of [
    [view(0, 'A'), view(0, 'B'), 1],
    [...looks, cart(0.01, 'A'), 1],
    [...looks, buy(0.01), 1],
    [...looks, 15],
  ]) {
    assert.ok(!fires('browse-abandoned', ...steps).includes(true))
  }
})

test('the strongest category and brand are inferred facts', () => {
  const facts = { extends: [retail()], segments: {} }
  facts.segments.garden = 'inferred.favourite-category == "garden"'
  facts.segments.gardena = 'fact.favourite-brand == "Gardena"'
  const own = new Shop({ 'etalage.config.js': facts })
  own.json('build')
  const steps = [
    view(0, 'A', 'tools'),
    view(0, 'B', 'garden', 'Gardena'),
    view(0, 'C', 'garden', 'Gardena'),
  ]
  const [first, , last] = replay(own, steps)
  assert.ok(!first.segments.includes('garden') && !first.segments.includes('gardena'))
  assert.ok(last.segments.includes('garden') && last.segments.includes('gardena'))
})

test('affinity to a brand is unknown under five views, then focused or varied', () => {
  const affinity = (...brands) =>
    live(...brands.map((brand, i) => view(0, `P${i}`, 'tools', brand))).decisions['brand-affinity']
  assert.equal(affinity('a', 'a', 'a', 'a'), 'unknown')
  assert.equal(affinity('a', 'a', 'a', 'a', 'a'), 'focused')
  assert.equal(affinity('a', 'a', 'a', 'a', 'a', 'b'), 'focused')
  assert.equal(affinity('a', 'a', 'a', 'a', 'b'), 'varied')
  assert.equal(affinity(null, null, null, null, null), 'unknown')
})

test('affinity to a price is unknown under five views, then a third of the range', () => {
  const affinity = (inShop, price, views = 5) => {
    const steps = Array.from({ length: views }, (_, i) => view(0, `P${i}`, 'tools', 'a', price))
    return replay(inShop, steps).at(-1).decisions['price-affinity']
  }
  assert.equal(affinity(shop, 5, 4), 'unknown')
  assert.deepEqual(
    [5, 30, 80].map((price) => affinity(shop, price)),
    ['low', 'middle', 'high'],
  )
  const distributions = { price: [1, 2, 3, 4, 5, 6, 7, 8, 9] }
  const own = new Shop({ 'etalage.config.js': { extends: [retail({ distributions })] } })
  own.json('build')
  assert.deepEqual(
    [2, 5, 8].map((price) => affinity(own, price)),
    ['low', 'middle', 'high'],
  )
})
