// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The scan beside its peers, and whole recommendations, in Node and in Chromium, by one and the same script.
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { repository } from '../../toolchain/paths.mjs'
import { cmake } from '../../tools/cmake.mjs'
import { inChromium } from '../chromium.mjs'
import { result } from '../table.mjs'
import { makeShop, slots } from './makeShop.mjs'

const script = `${repository}/build/bench/recommend.mjs`
const budgets = { scan: 200, recommend: 500 } // microseconds, in WebAssembly: of 50,000 vectors; of 10,000 products
const tfjs = 'node_modules/@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm'
const modules = {
  'bench-scan': 'build/wasm/bench-scan.wasm',
  etalage: 'js/etalage/dist/etalage.wasm',
  'etalage-rules': 'js/etalage/dist/etalage-rules.wasm',
  onnx: 'node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm',
  voy: 'node_modules/voy-search/voy_search_bg.wasm',
}

/** `counts`: of vectors. `products`, `sessions`: of the shop whose slots are filled. */
export async function measureRecommend(
  rounds,
  { counts = [10_000, 50_000], products = 10_000, sessions = 60_000 } = {},
) {
  cmake('wasm', 'bench-scan')
  await bundle()
  const wasm = Object.fromEntries(
    Object.entries(modules).map(([name, path]) => [name, readFileSync(`${repository}/${path}`)]),
  )
  const { pack, visited } = await makeShop(products, sessions)
  const task = { counts, rounds, visited, slots: slots.map(({ name }) => name) }
  const node = await runInNode(wasm, pack, task)
  const page = await inChromium(files(wasm, pack), runInPage, { names: Object.keys(wasm), task })
  return [...results('Node', node), ...results('Chromium', page)]
}

async function runInNode(wasm, pack, task) {
  // It loads native code: a system for which there is none does without.
  const { openUsearch } = await import('./contestants/usearch.mjs').catch((error) => ({
    openUsearch() {
      throw error
    },
  }))
  // What TensorFlow.js, bundled for pages, looks for when it finds itself in Node.
  Object.assign(globalThis, { require: createRequire(import.meta.url), __dirname: repository })
  const { runAll } = await import(pathToFileURL(script))
  const addresses = { tfjs: `${repository}/${tfjs}` }
  return runAll({ wasm, addresses, pack, ...task, more: { usearch: openUsearch } })
}

function results(where, { scans, filled }) {
  const rows = []
  for (const { count, micros, recall, missing } of scans) {
    for (const [name, reason] of Object.entries(missing)) {
      console.log(`${where}: without ${name}: ${reason}`)
    }
    console.log(`recall of the top 20 of ${count}, ${where}: ${percentages(recall)}`)
    const { etalage, 'etalage, similar': similar, ...peers } = micros
    const size = count.toLocaleString('en')
    const scan = `top 20 of ${size} x 64, ${where}`
    if (count === 50_000) rows.push(result(scan, 'µs', etalage, 'budget', budgets.scan))
    for (const [peer, theirs] of Object.entries(peers)) {
      rows.push(result(scan, 'µs', etalage, peer, theirs))
    }
    const whole = `recommend, similar, ${size} products, ${where}`
    rows.push(result(whole, 'µs', similar, 'the scan alone', etalage))
  }
  for (const [slot, ours] of Object.entries(filled.micros)) {
    rows.push(result(`recommend, ${slot}, ${where}`, 'µs', ours, 'budget', budgets.recommend))
  }
  return rows
}

function percentages(recall) {
  return Object.entries(recall)
    .map(([name, share]) => `${name} ${share.toFixed(3)}`)
    .join(', ')
}

function files(wasm, pack) {
  const octets = (body) => ({ type: 'application/octet-stream', body: Buffer.from(body) })
  return {
    '/recommend.mjs': { type: 'text/javascript', body: readFileSync(script) },
    '/shop.pack': octets(pack),
    '/tfjs.wasm': {
      type: 'application/wasm',
      body: readFileSync(`${repository}/${tfjs}`),
    },
    ...Object.fromEntries(
      Object.entries(wasm).map(([name, code]) => [`/${name}.wasm`, octets(code)]),
    ),
  }
}

async function bundle() {
  mkdirSync(`${repository}/build/bench`, { recursive: true })
  await build({
    absWorkingDir: repository,
    entryPoints: ['bench/recommend/runAll.mjs'],
    outfile: script,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    // What the peers ask for under Node alone.
    external: [
      'fs',
      'module',
      'os',
      'path',
      'url',
      'util',
      'worker_threads',
      'perf_hooks',
      'node:*',
    ],
    logLevel: 'error',
  })
}

async function runInPage({ names, task }) {
  const read = async (path) => new Uint8Array(await (await fetch(path)).arrayBuffer())
  const { runAll } = await import('/recommend.mjs')
  const wasm = {}
  for (const name of names) wasm[name] = await read(`/${name}.wasm`)
  const addresses = { tfjs: '/tfjs.wasm' }
  return runAll({ wasm, addresses, pack: await read('/shop.pack'), ...task })
}
