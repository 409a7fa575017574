// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// One JSON value under one key. Where storage is blocked or holds something else, there is no value and
// nothing is kept: the shop then forgets the cart with the page.

export function createStore(storage, key) {
  return {
    key,
    read() {
      try {
        return JSON.parse(window[storage].getItem(key)) ?? undefined
      } catch {
        return undefined
      }
    },
    write(value) {
      try {
        if (value === undefined) window[storage].removeItem(key)
        else window[storage].setItem(key, JSON.stringify(value))
      } catch {
        // Storage is blocked or full: the page goes on without it.
      }
    },
  }
}
