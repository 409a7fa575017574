// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// size: what a page loads, raw and compressed, in bytes; fails where it has grown. `npm run size`.
import { readFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { main } from '../toolchain/main.mjs'
import { repository } from '../toolchain/paths.mjs'
import { build } from './build.mjs'

// With Brotli: the shop's pages already carry enough. Both modules are above the budget; so that nothing grows unnoticed, each has
// a limit close to what it is, to be lowered as it shrinks, and raised only with what is worth the bytes: last with measuring:
// the ledger, exact randomisation, experiments, and consent to that alone.
const budget = 40_000
const limits = { 'etalage.wasm': 52_800, 'etalage-rules.wasm': 74_200 }
// What only some pages load, or only when they are asked: the page's banner; the shopper's panel, of which two languages are a good half;
// and what shows and changes a profile.
const partLimits = {
  'banners.js': 2_600,
  'elements.js': 15_000,
  'editor.js': 2_600,
  'measure.js': 1_700,
  'etalage-editor.wasm': 51_400,
}

await main(import.meta.url, async () => {
  await build()
  print('file', 'raw', 'gzip', 'brotli')
  const excesses = Object.entries(limits).map(([module, limit]) => show(module) - limit)
  for (const [name, limit] of Object.entries(partLimits)) {
    const figures = sizes(name)
    print(name, ...figures.map((figure) => figure.toLocaleString('en')))
    excesses.push(figures[2] - limit)
  }
  const worst = Math.max(...excesses)
  if (worst > 0) throw new Error(`${worst.toLocaleString('en')} bytes over the limit`)
})

/** A page with this module; gives what it loads, with Brotli. */
function show(module) {
  const rows = ['index.js', module].map((name) => [name, ...sizes(name)])
  const total = rows.reduce((sum, row) => sum.map((value, i) => value + row[i + 1]), [0, 0, 0])
  for (const [name, ...figures] of [...rows, ['total', ...total]]) {
    print(name, ...figures.map((figure) => figure.toLocaleString('en')))
  }
  const excess = total[2] - budget
  const verdict = excess > 0 ? `over by ${excess.toLocaleString('en')}` : 'met'
  console.log(`budget, with Brotli: ${budget.toLocaleString('en')}: ${verdict}\n`)
  return total[2]
}

function sizes(name) {
  const bytes = readFileSync(`${repository}/js/etalage/dist/${name}`)
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  }
  const gzip = gzipSync(bytes, { level: 9 })
  const brotli = brotliCompressSync(bytes, { params })
  return [bytes, gzip, brotli].map(({ length }) => length)
}

function print(name, ...figures) {
  console.log(name.padEnd(20) + figures.map((figure) => figure.padStart(9)).join(''))
}
