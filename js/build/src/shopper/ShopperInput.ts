// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

export type Value = number | string

/** By their GA4 names. */
export type Fields = ReadonlyMap<string, Value>

/** Something that happened to a shopper, as the engine takes it. */
export type ShopperInput =
  | { kind: 'event'; name: string; transactionId: string; fields: Fields; items: Fields[] }
  | { kind: 'cart'; items: Fields[] }
  | { kind: 'page'; type: string; item: string; category: string; query: string }
  /** No values: the answer is taken back. */
  | { kind: 'answer'; fact: string; values: Value[] }

/** What the rules say at a time. */
export interface Outcome {
  segments: string[]
  decisions: Record<string, string>
  metrics: Record<string, number>
  /** The answers that are kept, by fact. */
  stated: Record<string, Value[]>
  /** That fired just now. */
  triggers: string[]
}

export interface Explanation {
  holds: boolean
  value: boolean | number | string | null
  text: string
  trace: { expression: string; value: boolean | number | string | null }[]
}
