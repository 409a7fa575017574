// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// 100 segments after one more event, in Node and in Chromium, by one and the same script.
import { mkdirSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { repository } from '../../toolchain/paths.mjs'
import { inChromium } from '../chromium.mjs'
import { runNative } from '../native.mjs'
import { result } from '../table.mjs'
import { makePack } from './makePack.mjs'
import { makeSegments } from './segments.mjs'

const script = `${repository}/build/bench/compare.mjs`
const budget = 2 // microseconds, in WebAssembly

export async function measureRules(rounds) {
  const pack = await makePack(makeSegments(100))
  const wasm = readFileSync(`${repository}/js/etalage/dist/etalage-rules.wasm`)
  await bundle()

  const { compare } = await import(pathToFileURL(script))
  const node = await compare({ wasm, pack, rounds })
  const page = await inChromium(
    {
      '/compare.mjs': { type: 'text/javascript', body: readFileSync(script) },
      '/etalage-rules.wasm': { type: 'application/wasm', body: wasm },
      '/shop.pack': { type: 'application/octet-stream', body: Buffer.from(pack) },
    },
    compareInPage,
    rounds,
  )
  const native = runNative('bench_speed', node.data, String(rounds))
  const { checked, held } = node
  console.log(
    `${checked} answers of each kind compared in Node and in Chromium; the engine's are true ${held} times`,
  )
  return [
    ...results('Node', node.micros),
    ...results('Chromium', page.micros),
    result('update, natively', 'µs', native.engine - native.fold, 'budget', budget),
    result('rules alone, natively', 'µs', native.evaluator, 'budget', budget),
  ]
}

/**
 * Three figures are ours. engine: a prepared record folded in and the update; page: all that js/etalage does for one
 * pushed event but for storage; update: the engine's figure without the folding.
 */
function results(where, { page, engine, fold, values, ...peers }) {
  const all = Object.entries(peers)
  return [
    result(`update, ${where}`, 'µs', engine - fold, 'budget', budget),
    ...all.map(([peer, theirs]) =>
      result(`record folded, update, ${where}`, 'µs', engine, peer, theirs),
    ),
    ...all.map(([peer, theirs]) =>
      result(`event tracked, update read, ${where}`, 'µs', page, peer, theirs),
    ),
    result(`values read, ${where}`, 'µs', values, 'event tracked, update read', page),
  ]
}

async function bundle() {
  mkdirSync(`${repository}/build/bench`, { recursive: true })
  await build({
    absWorkingDir: repository,
    entryPoints: ['bench/rules/compare.mjs'],
    outfile: script,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    logLevel: 'warning',
  })
}

async function compareInPage(rounds) {
  const read = async (path) => new Uint8Array(await (await fetch(path)).arrayBuffer())
  const { compare } = await import('/compare.mjs')
  const wasm = await read('/etalage-rules.wasm')
  const pack = await read('/shop.pack')
  const { micros, checked, held } = await compare({ wasm, pack, rounds })
  return { micros, checked, held }
}
