// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The class of a product's background: products share pictures, and so do not all look the same.

const tints = 8

export function tintOf(id) {
  let hash = 0x811c9dc5 // FNV-1a
  for (const character of id) hash = Math.imul(hash ^ character.codePointAt(0), 0x01000193)
  return `tint-${((hash ^ (hash >>> 15)) >>> 0) % tints}`
}
