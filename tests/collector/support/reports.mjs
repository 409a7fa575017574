// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Reports as a shopper's browser writes them.
import { randomBytes } from 'node:crypto'

const day = 86_400_000

export function epochAt({ days }, time) {
  return Math.floor(time / (days * day))
}

/** The text of a report that supports these buckets. */
export function report({ series }, epoch, buckets, id = newId()) {
  const answer = Buffer.alloc(32)
  for (const bucket of buckets) answer[bucket >> 3] |= 1 << (bucket & 7)
  const digits = String(epoch).padStart(10, '0')
  return `{"report":1,"id":"${id}","series":"${series}","epoch":"${digits}","answer":"${answer.toString('hex')}"}`
}

export function newId() {
  return randomBytes(16).toString('hex')
}
