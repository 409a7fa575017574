// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Mechanism } from '../pack/PackDescription.js'
import type { Counted, UpliftQuestion } from './CollectorModule.js'

const mechanisms: Record<Mechanism, number> = { 'k-rr': 1, oue: 2 }

/** Questions to the module, little-endian, as wasm/collector.cpp reads them. */
export function encodeCounted({ measure, reports, counts }: Counted): Uint8Array {
  const { mechanism, rows, columns, a, b } = measure
  const view = new DataView(new ArrayBuffer(25 + 8 * counts.length))
  view.setUint8(0, mechanisms[mechanism])
  const numbers = [rows.length, Math.max(1, columns.length), a, b]
  numbers.forEach((value, i) => view.setUint32(1 + 4 * i, value, true))
  view.setFloat64(17, reports, true)
  counts.forEach((count, bucket) => view.setFloat64(25 + 8 * bucket, count, true))
  return new Uint8Array(view.buffer)
}

export function encodeUplift(question: UpliftQuestion): Uint8Array {
  const { success, holdout } = question
  const share = new DataView(new ArrayBuffer(8))
  share.setFloat64(0, holdout, true)
  return Buffer.concat([
    encodeCounted(question),
    Uint8Array.of(success.length, ...success),
    new Uint8Array(share.buffer),
  ])
}
