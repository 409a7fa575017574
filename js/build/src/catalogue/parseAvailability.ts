// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

const words: Record<string, boolean> = {
  true: true,
  yes: true,
  y: true,
  in_stock: true,
  available: true,
  limited_availability: true,
  // What can be ordered now may be shown now.
  preorder: true,
  backorder: true,
  false: false,
  no: false,
  n: false,
  out_of_stock: false,
  sold_out: false,
  unavailable: false,
  discontinued: false,
}

/** Whether a product can be bought: a word, or the number of pieces left. Undefined where the text is neither. */
export function parseAvailability(text: string): boolean | undefined {
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text) > 0
  const word = text.toLowerCase().replace(/[\s-]+/g, '_')
  return Object.hasOwn(words, word) ? words[word] : undefined
}
