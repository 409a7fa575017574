// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The browser's module under Node, as it is shipped: the glue, and the bytes of etalage.wasm.
import { readFileSync } from 'node:fs'
import { repository } from '../../../toolchain/paths.mjs'
import createRuntime from '../../../js/etalage/src/generated/etalage.js'

const wasmBinary = readFileSync(`${repository}/js/etalage/dist/etalage.wasm`)

export async function newRuntime() {
  return new (await createRuntime({ wasmBinary })).Runtime()
}

export function give(runtime, bytes) {
  runtime.input(bytes.length).set(bytes)
}

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

export const answer = (runtime) => JSON.parse(Buffer.from(runtime.output().slice()).toString())
