// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// A workload as bench/native/workload.h reads it.
import { writeFileSync } from 'node:fs'
import { Encoder } from '../js/build/dist/builder/Encoder.js'

/** `times`: of the snapshot, then of each record. */
export function writeWorkload(file, { pack, snapshot, times, records }) {
  const size = (bytes) => new Encoder().u32(bytes.length).bytes()
  const number = (value) => new Encoder().f64(value).bytes()
  const parts = [size(pack), pack, size(snapshot), snapshot, number(times[0]), size(records)]
  records.forEach((record, i) => parts.push(number(times[i + 1]), size(record), record))
  writeFileSync(file, Buffer.concat(parts))
}
