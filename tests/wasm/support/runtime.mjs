// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The browser's module under Node, as it is shipped: what starts it, and the bytes of etalage-rules.wasm.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { transformSync } from 'esbuild'
import { repository } from '../../../toolchain/paths.mjs'

const read = (file) => readFileSync(`${repository}/js/etalage/${file}`)

const { code } = transformSync(read('src/engine/startRuntime.ts'), { loader: 'ts' })
const { startRuntime } = await import(`data:text/javascript,${encodeURIComponent(code)}`)
const wasm = read('dist/etalage-rules.wasm')

/** Another instance of etalage-rules.wasm: what js/etalage/src/engine/Runtime.ts declares. */
export const newRuntime = () => startRuntime(wasm)

export function give(runtime, bytes) {
  assert.ok(runtime.input(bytes.length), why(runtime))
  new Uint8Array(runtime.memory.buffer, runtime.input_at(), bytes.length).set(bytes)
}

/** What the last call gave. */
export const output = ({ memory, output_at, output_size }) =>
  new Uint8Array(memory.buffer, output_at(), output_size()).slice()

/** Why the last call was refused: "code: detail". */
export const why = (runtime) => Buffer.from(output(runtime)).toString()

/** A message as core/bytes/reader.h reads it: numbers are varints, texts have their length in front. */
export function message(...parts) {
  const bytes = []
  const varint = (value) => {
    for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) + 128)
    bytes.push(value)
  }
  for (const part of parts) {
    if (typeof part === 'number') {
      varint(part)
      continue
    }
    const utf8 = Buffer.from(part)
    varint(utf8.length)
    bytes.push(...utf8)
  }
  return Uint8Array.from(bytes)
}

export const answer = (runtime) => JSON.parse(Buffer.from(output(runtime)).toString())
