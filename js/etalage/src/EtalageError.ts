// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** An error with a code that stays the same between releases: "truncated", "bad-version", "no-wasm", … */
export class EtalageError extends Error {
  readonly code: string

  constructor(code: string, detail: string) {
    super(`${code}: ${detail}`)
    this.name = 'EtalageError'
    this.code = code
  }
}
