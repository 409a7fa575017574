// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { EtalageConfig } from '../config/EtalageConfig.js'

/** What somebody is busy with now: the phase of one purchase, not of a customer's life. */
export function journey(): EtalageConfig {
  return {
    decisions: {
      journey: {
        cases: [
          // A purchase empties the cart: what is in it was put there since.
          [
            'deciding',
            `(cart.count > 0 and exists(add_to_cart within 14d))
              or (exists(begin_checkout within 7d)
                and not (days_since(purchase) <= days_since(begin_checkout within 7d)))`,
          ],
          ['just-bought', 'days_since(purchase) < 7'],
          [
            'comparing',
            `distinct(view_item.item_id within 7d) >= 3
              and distinct(view_item.item_id within 7d) >= 2 * distinct(view_item.category within 7d)
              and exists(view_item where known(category) within 7d)`,
          ],
          [
            'exploring',
            `exists(view_item within 7d) or exists(view_item_list within 7d)
              or exists(search within 7d) or exists(view_search_results within 7d)`,
          ],
          ['using', 'days_since(purchase) < 365'],
          ['unknown', 'true'],
        ],
        label: { nl: 'Fase van de aankoop', en: 'Phase of the purchase' },
        values: {
          deciding: { nl: 'Beslist', en: 'Deciding' },
          'just-bought': { nl: 'Net gekocht', en: 'Just bought' },
          comparing: { nl: 'Vergelijkt', en: 'Comparing' },
          exploring: { nl: 'Kijkt rond', en: 'Exploring' },
          using: { nl: 'Gebruikt het', en: 'Using it' },
          unknown: { nl: 'Onbekend', en: 'Unknown' },
        },
      },
    },
  }
}
