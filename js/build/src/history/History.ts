// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** What shoppers did, as the trainer reads it. Sessions are in the order of their first event. */
export interface History {
  /** Products, as places in the product table: all sessions end to end, oldest event first. */
  items: Uint32Array
  /** Session s is items[offsets[s] .. offsets[s + 1]). */
  offsets: Uint32Array
  /** One number a session; `unknownCustomer` where nobody knows. */
  customers: Uint32Array
  /** The day of each session's first event, counted from 1970-01-01 in UTC; undefined where the file has no times. */
  days?: Int32Array
  /** For when products are bought again. */
  purchases?: Purchases
}

/** Who bought what when, as columns: known customers, products, and days from 1970-01-01. */
export interface Purchases {
  customers: Uint32Array
  products: Uint32Array
  days: Int32Array
}

export const unknownCustomer = 0xffffffff

/** Counts that the shop should see: what of its history was used. */
export interface HistorySummary {
  lines: number
  /** Lines without a session or an item. */
  incomplete: number
  /** Lines that show no interest: listings, removals, returns, and purchases reported a second time. */
  leftOut: number
  /** Lines that remain. */
  used: number
  /** How many of those name a product of the catalogue; missing where there is none. */
  matched?: number
  sessions: number
  /** Different customers; 0 where the file names none. */
  customers: number
}
