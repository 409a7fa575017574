// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The command line's module.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { repository } from '../../toolchain/paths.mjs'
import createBuilder from '../../js/build/dist/etalage-build.js'
import { PackBuilder } from '../../js/build/dist/builder/PackBuilder.js'

test('what does not fit into its memory is an error', async () => {
  const wasmBinary = readFileSync(`${repository}/js/build/dist/etalage-build.wasm`)
  const builder = new PackBuilder(await createBuilder({ wasmBinary }))
  // Only its size is looked at before it is refused, so it need not exist.
  const pack = { byteLength: 3e9 }
  assert.throws(() => builder.inspect(pack), /not enough memory/)
  builder.delete()
})
