// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// setup: everything that a build needs, installed where it is missing. Idempotent, and quick when there is nothing
// to do. On its own: `npm run setup`. The other scripts call it first, so each of them works in a fresh clone; hence
// nothing here may use more than Node itself.
import { emscriptenIsPrivate, findEmscripten, makeEmscripten } from './emscripten.mjs'
import { main } from './main.mjs'
import { compileNativePackages } from './native-packages.mjs'
import { installNodePackages } from './node-packages.mjs'
import { installSystemPackages } from './system-packages.mjs'

/** @param {('test' | 'lint')[]} also what is needed besides a build */
export function setup(...also) {
  const found = findEmscripten()
  installSystemPackages(['build', ...(emscriptenIsPrivate() ? ['emscripten'] : []), ...also])
  installNodePackages()
  compileNativePackages()
  if (!found) makeEmscripten()
}

await main(import.meta.url, () => setup(...process.argv.slice(2)))
