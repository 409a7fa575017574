// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Purpose } from '../types.js'

/**
 * The shopper's own refusal: one localStorage key that holds the refused purposes and nothing else. It is read before
 * consent is known, written only by the shopper's own click, and survives an erase.
 */
export const vetoKey = 'etalage'

const purposes: readonly Purpose[] = ['personalise', 'measure']

/** Storage that throws (blocked, sandboxed) counts as no refusal: the source of consent still decides. */
export function readVeto(): ReadonlySet<Purpose> {
  try {
    const refused = (localStorage.getItem(vetoKey) ?? '').split(' ')
    return new Set(purposes.filter((purpose) => refused.includes(purpose)))
  } catch {
    return new Set()
  }
}

/** Where storage throws, the refusal holds for this page alone. */
export function writeVeto(refused: ReadonlySet<Purpose>): void {
  try {
    if (refused.size === 0) localStorage.removeItem(vetoKey)
    else localStorage.setItem(vetoKey, purposes.filter((purpose) => refused.has(purpose)).join(' '))
  } catch {
    // Nothing to write to: Consent keeps the refusal for this page.
  }
}
