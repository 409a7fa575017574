// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { EtalageConfig } from '../config/EtalageConfig.js'

/** How much somebody does in the shop these days. */
export function engagement(): EtalageConfig {
  return {
    metrics: {
      engagement: {
        value: `count(view_item within 30d)
          + 2 * count(search within 30d)
          + 5 * count(add_to_wishlist within 30d)
          + 5 * count(add_to_cart within 30d)
          + 10 * count(review within 30d)
          + 20 * count(purchase within 30d)`,
        label: { nl: 'Betrokkenheid, 30 dagen', en: 'Engagement, 30 days' },
      },
    },
    decisions: {
      'engagement-level': {
        cases: [
          ['high', 'metric.engagement >= 60'],
          ['middle', 'metric.engagement >= 15'],
          ['low', 'profile.age >= 7d'],
          ['unknown', 'true'],
        ],
        label: { nl: 'Mate van betrokkenheid', en: 'Level of engagement' },
        values: {
          high: { nl: 'Hoog', en: 'High' },
          middle: { nl: 'Midden', en: 'Middle' },
          low: { nl: 'Laag', en: 'Low' },
          unknown: { nl: 'Onbekend', en: 'Unknown' },
        },
      },
    },
    segments: {
      engaged: {
        when: 'decision.engagement-level == "high"',
        label: { nl: 'Sterk betrokken', en: 'Highly engaged' },
      },
    },
  }
}
