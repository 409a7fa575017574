// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { EtalageConfig } from '../config/EtalageConfig.js'

/** Left half-way: the page is called back when the shopper is here again. */
export function abandonment(): EtalageConfig {
  return {
    triggers: {
      'cart-abandoned': {
        when: `sequence(add_to_cart then no purchase within 4h)
          and cart.count > 0 and exists(add_to_cart within 14d)`,
        atMost: '1 per 3d',
        label: { nl: 'Liet een winkelwagen staan', en: 'Left a cart behind' },
      },
      'browse-abandoned': {
        when: `sequence(view_item then no add_to_cart within 4h)
          and count(view_item within 14d) >= 3 and cart.count == 0
          and not (days_since(purchase) <= days_since(view_item))`,
        atMost: '1 per 7d',
        label: { nl: 'Keek rond en ging weg', en: 'Looked around and left' },
      },
    },
  }
}
