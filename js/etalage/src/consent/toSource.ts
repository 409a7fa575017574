// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { ConsentChoice, ConsentSource, EtalageOptions } from '../types.js'

/** The `consent` option as a source: an answer that was given outright is one that never changes. */
export function toSource(option: EtalageOptions['consent']): ConsentSource {
  if (typeof option !== 'object') return { read: () => ({}) }
  if ('read' in option) return option
  if ('map' in option) return { read: () => ({}) }
  const choice: ConsentChoice = { ...option }
  return { read: () => choice }
}
