// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** Questions of the form "what comes next?": case c is items[offsets[c] .. offsets[c + 1]), the last one the answer. */
export interface Cases {
  items: Uint32Array
  offsets: Uint32Array
}

export const noCases: Cases = { items: new Uint32Array(0), offsets: new Uint32Array(1) }
