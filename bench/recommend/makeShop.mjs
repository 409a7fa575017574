// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// A shop of many products, with a history from which its pack is learned as the command line learns it.
import { loadBuildModule } from '../../js/build/dist/loadBuildModule.js'
import { PackBuilder } from '../../js/build/dist/builder/PackBuilder.js'
import { encodeProducts } from '../../js/build/dist/builder/encodeProducts.js'
import { encodeRules } from '../../js/build/dist/builder/encodeRules.js'
import { encodeSettings } from '../../js/build/dist/builder/encodeSettings.js'
import { plainSlot } from '../../tools/plainSlot.mjs'
import { slotRule } from '../../js/build/dist/config/readRuleSet.js'
import { newRandom } from '../random.mjs'

const departments = 200
const brands = 40
const unknownCustomer = 0xffffffff

const boost = 'brand == "brand 7"'

// What is to be timed.
export const slots = [
  plainSlot('for-you', 'for-you', 20, ['bestsellers']),
  plainSlot('filtered', 'for-you', 20, ['bestsellers']),
  {
    ...plainSlot('arranged', 'for-you', 20, ['bestsellers']),
    diversity: 0.3,
    calibration: 0.3,
    rotation: 0.1,
    boosts: [{ when: boost, times: 2 }],
  },
]
const rules = ['filtered', 'arranged']
  .map((name) => slotRule(name, 'price < 60 and in_stock'))
  .concat(slotRule('arranged 1', boost))

/** Gives { pack, visited }: visited are products that a shopper looks at, oldest first. */
export async function makeShop(products, sessions) {
  const random = newRandom(17)
  const builder = new PackBuilder(await loadBuildModule())
  try {
    builder.setProducts(
      encodeProducts(Array.from({ length: products }, (_, i) => product(i, random))),
    )
    builder.setSettings(encodeSettings(settings))
    builder.setRules(encodeRules({ ...noRules, rules }))
    const { ok, diagnostics } = builder.compile()
    if (!ok) throw new Error(JSON.stringify(diagnostics))
    builder.setHistory(history(products, sessions, random))
    builder.begin()
    while (builder.step(100_000) < 1);
    const visited = Array.from({ length: 20 }, () => `${visit(products, random, 7)}`)
    return { pack: builder.finish(), visited }
  } finally {
    builder.delete()
  }
}

const settings = {
  minSupport: 3,
  retentionDays: 400,
  off: false,
  currency: 'EUR',
  seed: 1,
  slots,
}
const noRules = {
  retention: settings.retentionDays * 86_400_000,
  children: false,
  facts: [],
  events: [],
  attributes: [],
  distributions: [],
  texts: [],
  measures: [],
  experiments: [],
  budget: { week: 0, lifetime: 0 },
  sensitive: [],
  allowed: [],
}

function product(i, random) {
  const department = i % departments
  return {
    id: `${i}`,
    aliases: [],
    title: `Product ${i} of department ${department}`,
    category: `floor ${department % 8} > department ${department}`,
    brand: `brand ${random.below(brands)}`,
    url: `/p/${i}`,
    image: `/i/${i}.jpg`,
    price: random.between(200, 15_000) / 100,
    inStock: random.below(20) !== 0,
    hidden: false,
    added: NaN,
    values: [],
  }
}

// Sessions stay in a department, most of the time, and like popular products best.
function history(products, sessions, random) {
  const items = []
  const offsets = [0]
  for (let s = 0; s < sessions; ++s) {
    const department = random.below(departments)
    for (let left = random.between(2, 10); left > 0; --left) {
      items.push(
        visit(products, random, random.below(8) === 0 ? random.below(departments) : department),
      )
    }
    offsets.push(items.length)
  }
  return {
    items: Uint32Array.from(items),
    offsets: Uint32Array.from(offsets),
    customers: new Uint32Array(sessions).fill(unknownCustomer),
  }
}

function visit(products, random, department) {
  const places = Math.floor(products / departments)
  return department + departments * Math.min(random.below(places), random.below(places))
}
