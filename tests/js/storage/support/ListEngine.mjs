// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// ListEngine: stands for the engine where a test is about storage alone. Its profile is a list of words; its records
// and snapshots are framed as the engine's are, with a version and a checksum.
import { EtalageError } from './storage.mjs'

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })

export class ListEngine {
  words
  /** Reads what releases up to this one wrote, and writes as this one. */
  constructor(release = 1) {
    this.release = release
  }
  /** Words that may not be kept any longer: what tidy forgets. */
  lapsed = new Set()

  beginProfile() {
    this.words = []
  }

  endProfile() {
    this.words = undefined
  }

  /** Gives the record of it, as the engine's track does. */
  add(word) {
    this.words.push(word)
    return frame(word, this.release)
  }

  fold(record) {
    this.words.push(read(record, this.release))
  }

  snapshot() {
    return frame(JSON.stringify(this.words), this.release)
  }

  restore(bytes) {
    this.words = JSON.parse(read(bytes, this.release))
  }

  tidy() {
    return this.remove((word) => this.lapsed.has(word))
  }

  evict(bytes) {
    while (this.words.length > 0 && this.snapshot().length > bytes) this.words.shift()
  }

  /** True where anything went. */
  remove(unwanted) {
    const left = this.words.filter((word) => !unwanted(word))
    const changed = left.length < this.words.length
    this.words = left
    return changed
  }
}

export function frame(text, version = 1) {
  const bytes = encoder.encode(text)
  return Uint8Array.from([69, version, sum(bytes), ...bytes])
}

function read(bytes, release) {
  if (bytes.length < 3) throw new EtalageError('truncated', 'a record')
  if (bytes[0] !== 69) throw new EtalageError('bad-magic', 'a record')
  if (bytes[1] > release) throw new EtalageError('bad-version', 'a record')
  if (bytes[2] !== sum(bytes.subarray(3))) throw new EtalageError('bad-checksum', 'a record')
  return decoder.decode(bytes.subarray(3))
}

const sum = (bytes) => bytes.reduce((total, byte) => (total * 31 + byte) % 251, 7)
