// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// size: what a page loads, raw and compressed, in bytes; fails above the budget. `npm run size`.
import { readFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { main } from '../toolchain/main.mjs'
import { repository } from '../toolchain/paths.mjs'
import { build } from './build.mjs'

const budget = 40_000 // with Brotli: the shop's pages already carry enough

await main(import.meta.url, async () => {
  await build()
  const rows = ['index.js', 'etalage.wasm'].map((name) => [name, ...sizes(name)])
  const total = rows.reduce((sum, row) => sum.map((value, i) => value + row[i + 1]), [0, 0, 0])

  print('file', 'raw', 'gzip', 'brotli')
  for (const [name, ...figures] of [...rows, ['total', ...total]]) {
    print(name, ...figures.map((figure) => figure.toLocaleString('en')))
  }
  console.log(`budget, with Brotli: ${budget.toLocaleString('en')}`)
  const excess = total[2] - budget
  if (excess > 0) throw new Error(`${excess.toLocaleString('en')} bytes over the budget`)
})

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
  console.log(name.padEnd(14) + figures.map((figure) => figure.padStart(9)).join(''))
}
