// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Bundles the storefront's scripts, with the package in them, and its styles. The package finds its
// WebAssembly beside the script that it was bundled into.

import { copyFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const at = (path) => fileURLToPath(new URL(path, import.meta.url))

export async function bundle(out) {
  const assets = join(out, 'assets')
  rmSync(assets, { recursive: true, force: true }) // names of chunks change with their content
  await build({
    entryPoints: { site: at('../client/main.js') },
    outdir: assets,
    bundle: true,
    format: 'esm',
    splitting: true,
    minify: true,
    sourcemap: true,
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  })
  await build({
    entryPoints: { site: at('../styles/site.css') },
    outdir: assets,
    bundle: true,
    minify: true,
    external: ['/img/*'],
    logLevel: 'warning',
  })
  const { resolve } = createRequire(import.meta.url)
  for (const module of ['etalage.wasm', 'etalage-rules.wasm', 'etalage-editor.wasm']) {
    copyFileSync(resolve(`etalage/${module}`), join(assets, module))
  }
}
