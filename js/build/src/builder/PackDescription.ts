// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Manifest } from './Compilation.js'
import type { Blend } from './ModelSettings.js'

/** What is in a pack, as the core describes it. */
export interface PackDescription {
  version: { major: number; minor: number }
  off: boolean
  bytes: number
  products: number
  minSupport: number
  currency: string
  sections: { tag: string; offset: number; bytes: number; count: number; content: string }[]
  retentionDays: number
  audience: 'adults' | 'children'
  manifest: Manifest
  /** In the order of evaluation. `source`: the expression as the shop wrote it; `values`: what a decision or fact may become. */
  rules: {
    kind: string
    name: string
    label: { en: string; nl: string }
    source: string
    values: (string | number)[]
  }[]
  /** What a shopper may be asked; `expiresDays` of 0: an answer does not expire. */
  facts: { name: string; type: string; choices: string[]; expiresDays: number }[]
  /** Every text and number that the rules hold. */
  constants: { texts: string[]; numbers: number[]; events: string[]; fields: string[] }
  /** What explains an outcome: English, then Dutch, each in its forms for 0, 1 and more. */
  sentences: string[][]
  /** What shoppers are shown: 'fact skill', 'choice skill=pro', 'slot home'. */
  texts: { key: string; en: string; nl: string }[]
  /** What is about these terms is never kept. */
  refused: string[]
  /** A count of 0: as many as the page asks for. */
  slots: {
    name: string
    strategy: string
    count: number
    fallback: string[]
    /** How the slot arranges what it shows; only what its configuration says. Products by id, null where a place has no pin. */
    arranged: Record<string, string | number | (string | number | null)[]>
  }[]
  /** Further columns of the catalogue, and how many products have a value. */
  attributes: { name: string; type: 'text' | 'number'; products: number }[]
  /** How many products are hidden, gain, are new, or are known to be bought again after a time. */
  lists: Record<'hidden' | 'trending' | 'new' | 'boughtAgain', number> & {
    /** How many products each segment's list of bestsellers has. */
    segmentLists: Record<string, number>
  }
  /** How many products have each; of `aliases` the number of all. */
  fields: Record<
    'title' | 'url' | 'image' | 'price' | 'category' | 'brand' | 'inStock' | 'aliases',
    number
  >
  /** Weights of a session's products, newest first. */
  positions: number[]
  /** How the parts of a score are weighed. */
  blend: Blend
  /** How often a product of a session comes next again: by its place in the session, seen once, twice, more often. */
  repeats: number[][]
  scoring: {
    /** Products with a vector: learned from the history, or made of their attributes. */
    vectors: number
    learned: number
    ofAttributes: number
    vectorBytes: number
    pairs: number
    pairBytes: number
    bytesPerItem: number
  }
}
