// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The file of an emoji in the picture package, which names its files by code points: 🔨 is 1f528.webp.

export function pictureFile(emoji) {
  return `${[...emoji].map((character) => character.codePointAt(0).toString(16)).join('-')}.webp`
}
