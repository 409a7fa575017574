// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/**
 * What wasm/runtime.cpp binds. Calls that give a boolean leave their answer in `output()`, or what went wrong in `error()`.
 * Views of memory die when it grows: fetch them anew, fill or copy them at once.
 */
export interface Runtime {
  input(bytes: number): Uint8Array
  output(): Uint8Array
  error(): string
  open(): boolean
  beginProfile(secretLow: number, secretHigh: number): void
  endProfile(): void
  restore(): boolean
  fold(): boolean
  snapshot(now: number): boolean
  track(now: number): boolean
  setCart(now: number): boolean
  setPage(): boolean
  recommend(): boolean
  view(): boolean
  exportProfile(): boolean
  names(): boolean
}

export interface RuntimeModule {
  Runtime: new () => Runtime
}
