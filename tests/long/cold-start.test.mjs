// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Products that nobody has seen yet: the history of every tenth product is hidden before training, and then looked for.
// Titles and prices are all that is known of them. Beside it: the same without titles and prices, and chance. Bestsellers, of a
// category or all, cannot know them.
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { cleanOnlineRetail } from '../../demo/online-retail/clean.mjs'
import { encodeProducts } from '../../js/build/dist/builder/encodeProducts.js'
import { encodeSettings } from '../../js/build/dist/builder/encodeSettings.js'
import { fitAll } from '../../js/build/dist/builder/fitAll.js'
import { loadConfig } from '../../js/build/dist/config/loadConfig.js'
import { readInputs } from '../../js/build/dist/pack/readInputs.js'
import { repository } from '../../toolchain/paths.mjs'

const data = `${repository}/../shared/data/online-retail/online-retail.csv.gz`
const skip = !existsSync(data) && 'needs ../shared/data/online-retail'
const list = 20

test('products without history are found among their kind', { skip }, async (t) => {
  const { settings, products, history } = await readShop(t)
  const isHidden = (product) => product % 10 === 3
  const { kept, hidden, others } = hide(history, isHidden)
  const bare = products.map((product) => ({ ...product, title: '', price: undefined }))
  const [cold, known, coldBare, knownBare] = (
    await fitAll(
      [
        { list: products, cases: hidden },
        { list: products, cases: others },
        { list: bare, cases: hidden },
        { list: bare, cases: others },
      ].map(({ list, cases }) => ({
        products: encodeProducts(list),
        settings,
        history: kept,
        cases,
      })),
      () => {},
    )
  ).map(({ evaluation }) => evaluation.new)
  const chance = list / products.length
  const tell = ({ cases, hr20, mrr20 }) => `${cases} cases, HR@20 ${hr20}, MRR@20 ${mrr20}`
  t.diagnostic(`hidden: ${tell(cold)}; without attributes: ${tell(coldBare)}; chance: ${chance}`)
  t.diagnostic(`others: ${tell(known)}; without attributes: ${tell(knownBare)}`)
  assert.ok(cold.hr20 > 10 * chance && cold.hr20 > 10 * coldBare.hr20)
})

async function readShop(t) {
  const folder = mkdtempSync(join(tmpdir(), 'etalage-cold-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const { products } = await cleanOnlineRetail(data, join(folder, 'history.parquet'))
  const lines = products.map((product) => JSON.stringify(product))
  writeFileSync(join(folder, 'products.jsonl'), `${lines.join('\n')}\n`)
  const config = join(folder, 'etalage.config.js')
  writeFileSync(
    config,
    `export default { catalogue: 'products.jsonl', history: 'history.parquet', slots: {} }\n`,
  )
  const settings = await loadConfig(config)
  const inputs = await readInputs(settings, () => {})
  return {
    settings: encodeSettings({ ...settings, currency: 'GBP' }),
    products: inputs.products,
    history: inputs.history,
  }
}

/** The history without the hidden products, and cases that ask for them, and for the others, after what is not hidden. */
function hide({ items, offsets, customers }, isHidden) {
  const kept = { items: [], offsets: [0] }
  const hidden = { items: [], offsets: [0] }
  const others = { items: [], offsets: [0] }
  const add = ({ items, offsets }, session) => {
    for (const item of session) items.push(item)
    offsets.push(items.length)
  }
  for (let s = 0; s < customers.length; ++s) {
    const session = [...items.subarray(offsets[s], offsets[s + 1])]
    const before = []
    for (const item of session) {
      const cases = isHidden(item) ? hidden : others
      // Enough of each to tell.
      const isAsked = s % (isHidden(item) ? 7 : 40) === 0
      if (isAsked && before.length > 0) add(cases, [...before.slice(-20), item])
      if (!isHidden(item)) before.push(item)
    }
    add(kept, before)
  }
  const arrays = ({ items, offsets }) => ({
    items: Uint32Array.from(items),
    offsets: Uint32Array.from(offsets),
  })
  return {
    kept: { ...arrays(kept), customers },
    hidden: arrays(hidden),
    others: arrays(others),
  }
}
