// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { ReadPanel } from './Panel.js'
import { wordFor } from './texts/textsOf.js'

/** 'segment loyal' in the shopper's words: 'groep ‘Vaste klant’'; what nothing is known of as it is. */
export function nameOfUse(use: string, { texts, view }: ReadPanel): string {
  const [kind = '', ...rest] = use.split(' ')
  const label = view.uses.find((one) => one.use === use)?.label ?? rest.join(' ')
  const word = wordFor(texts.one, kind)
  return label === '' || word === kind ? use : texts.named(word, label)
}
