// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** What the shopper's answers have cost, in the engine's bytes, beside what an erase must know of it. */
export interface StoredLedger {
  /** The last week, numbered from 1970, that an answer was given for. */
  until: number
  bytes: Uint8Array
}

export const ledgerKey = 'ledger'

/** The last week that it tells of; undefined where it is no ledger. */
export function untilIn(stored: unknown): number | undefined {
  const { until } = (stored ?? {}) as Partial<StoredLedger>
  return Number.isInteger(until) && (until as number) < 1e9 ? until : undefined
}

/** Empty where there is none. Of what is no ledger a single byte, which the engine takes for a damaged one: all is spent. */
export function bytesIn(stored: unknown): Uint8Array {
  if (stored === undefined) return new Uint8Array()
  const { bytes } = (stored ?? {}) as Partial<StoredLedger>
  return bytes instanceof Uint8Array && bytes.length > 0 ? bytes : new Uint8Array(1)
}
