// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { EtalageConfig } from '../config/EtalageConfig.js'

/** What a shop wants to see on Monday; what changes slowly is asked every four weeks. */
export function measures(categories: string[]): EtalageConfig {
  return {
    measures: {
      funnel: { of: 'funnel', label: { nl: 'Van kijken tot kopen', en: 'From viewing to buying' } },
      lifecycle: {
        of: 'decision.lifecycle',
        every: '4w',
        label: { nl: 'Levensfase als klant', en: 'Lifecycle stage' },
      },
      'engagement-level': {
        of: 'decision.engagement-level',
        every: '4w',
        label: { nl: 'Mate van betrokkenheid', en: 'Level of engagement' },
      },
      service: {
        of: 'decision.service',
        every: '4w',
        label: { nl: 'Manier van helpen', en: 'Way of helping' },
      },
      personalise: {
        of: 'personalise',
        every: '4w',
        label: { nl: 'Laat de winkel meedenken', en: 'Lets the shop personalise' },
      },
      ...(categories.length ? gaps(categories) : {}),
    },
  }
}

function gaps(categories: string[]): NonNullable<EtalageConfig['measures']> {
  return {
    'zero-results': {
      of: 'zero-results',
      categories,
      every: '2w',
      label: { nl: 'Gezocht en niet gevonden', en: 'Searched for and not found' },
    },
    'out-of-stock': {
      of: 'out-of-stock',
      categories,
      every: '2w',
      label: { nl: 'Bekeken en niet op voorraad', en: 'Viewed and out of stock' },
    },
  }
}
