// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

export interface RetailOptions {
  /** What an ordinary order is worth, in the shop's currency: the yardstick of what is much or little. Default 50. */
  orderValue?: number
  /** Main categories: with them come measures of what is looked for there and not found, or cannot be had. */
  categories?: string[]
  /**
   * What the shop's own customers and products are like, to compare a shopper with. A score whose distribution is left out
   * uses fixed steps (docs/retail.md).
   */
  distributions?: {
    /** Days since the last purchase, one number a customer. */
    recency?: number[]
    /** Purchases, one number a customer. */
    frequency?: number[]
    /** Total spent, one number a customer. */
    monetary?: number[]
    /** Prices, one number a product. */
    price?: number[]
  }
}
