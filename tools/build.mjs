// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// build: what is shipped, from a fresh clone on: the WebAssembly modules and the npm packages around them.
// With --native, as in `npm run build`, the native library as well.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { main } from '../toolchain/main.mjs'
import { repository } from '../toolchain/paths.mjs'
import { run } from '../toolchain/run.mjs'
import { setup } from '../toolchain/setup.mjs'
import { cmake } from './cmake.mjs'

export async function build() {
  setup()
  cmake('wasm', 'etalage', 'etalage-rules', 'etalage-editor', 'etalage-build', 'etalage-collector')
  await buildEtalage()
  buildTool()
  buildCollector()
}

async function buildEtalage() {
  const folder = `${repository}/js/etalage`
  for (const name of ['etalage', 'etalage-rules', 'etalage-editor']) {
    copy(`${name}.wasm`, `${folder}/dist`)
  }
  compile(folder)
  const { build, transform } = await import('esbuild')
  const { minify } = await import('terser')
  const { outputFiles } = await build({
    absWorkingDir: folder,
    entryPoints: [
      'index',
      'development',
      'banners',
      'bannerTexts',
      'editor',
      'elements',
      'measure',
    ].map((name) => `src/${name}.ts`),
    outdir: 'dist',
    bundle: true,
    // Fetched where they are needed: in development, where the page's banner is asked, for the shopper's own panel, and to measure.
    external: ['./development.js', './banners.js', './editor.js', './measure.js'],
    plugins: [
      {
        name: 'css',
        setup: ({ onLoad }) =>
          onLoad({ filter: /\.css$/ }, ({ path }) => loadStyle(path, transform)),
      },
    ],
    format: 'esm',
    target: 'es2022',
    write: false,
  })
  for (const { path, text } of outputFiles) {
    // A twelfth smaller than what esbuild itself would make of it.
    const { code } = await minify(text, { module: true, ecma: 2022, compress: { passes: 4 } })
    writeFileSync(path, code)
  }
}

/** A style sheet becomes its own text: an element adopts it, and so needs no style of the page's. */
async function loadStyle(path, transform) {
  const { code } = await transform(readFileSync(path, 'utf8'), { loader: 'css', minify: true })
  return { contents: code, loader: 'text' }
}

/** Runs under Node and is not sent to anybody: one file per source file, readable in a stack trace. */
function buildTool() {
  const folder = `${repository}/js/build`
  copy('etalage-build.js', `${folder}/dist`)
  copy('etalage-build.wasm', `${folder}/dist`)
  compile(folder)
}

function buildCollector() {
  const folder = `${repository}/js/collector`
  copy('etalage-collector.wasm', `${folder}/dist`)
  compile(folder)
}

function copy(file, folder) {
  mkdirSync(folder, { recursive: true })
  copyFileSync(`${repository}/build/wasm/${file}`, `${folder}/${file}`)
}

function compile(folder) {
  run('node', [`${repository}/node_modules/typescript/bin/tsc`, '--project', folder])
}

await main(import.meta.url, async () => {
  await build()
  if (process.argv.includes('--native')) cmake('native', 'etalage_engine', 'etalage_train')
})
