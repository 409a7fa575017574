// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** A column that we know, and the names under which a file may have it when the shop names none. */
export interface Column {
  name: string
  required?: boolean
  /** Other usual names, the first one present wins; compared without case, `-` and spaces read as `_`. */
  also?: readonly string[]
}
