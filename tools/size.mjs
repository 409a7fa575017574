// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// size: what a page loads, raw and compressed, in bytes; fails above the budget. `npm run size`.
import { readFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { repository } from '../toolchain/paths.mjs'
import { build } from './build.mjs'

const budget = 40_000 // with Brotli: the shop's pages already carry enough

await build()

const rows = ['index.js', 'etalage.wasm'].map((name) => {
  const bytes = readFileSync(`${repository}/js/etalage/dist/${name}`)
  const parameters = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  }
  return [
    name,
    bytes.length,
    gzipSync(bytes, { level: 9 }).length,
    brotliCompressSync(bytes, { params: parameters }).length,
  ]
})
const total = rows.reduce((sum, row) => sum.map((value, i) => value + row[i + 1]), [0, 0, 0])

print('file', 'raw', 'gzip', 'brotli')
for (const row of [...rows, ['total', ...total]])
  print(...row.map((cell) => cell.toLocaleString('en')))
console.log(`budget, with Brotli: ${budget.toLocaleString('en')}`)
if (total[2] > budget) {
  console.error(`${(total[2] - budget).toLocaleString('en')} bytes over the budget`)
  process.exitCode = 1
}

function print(name, ...figures) {
  console.log(name.padEnd(14) + figures.map((figure) => figure.padStart(9)).join(''))
}
