// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { EtalageConfig } from '../config/EtalageConfig.js'

/** How to help somebody: by a person, in a chat, or with pages that they find their own way in. */
export function service(orderValue: number): EtalageConfig {
  return {
    metrics: {
      // A shop that knows a lifetime value puts it here.
      'customer-value': {
        value: 'metric.monetary',
        label: { nl: 'Klantwaarde', en: 'Customer value' },
      },
    },
    decisions: {
      'contact-intent': {
        cases: [
          [
            'problem',
            'last(contact.reason within 30d) in ["complaint", "return", "warranty", "delivery", "payment"]',
          ],
          [
            'advice',
            'last(contact.reason within 30d) in ["advice", "question", "quote", "appointment"]',
          ],
          ['other', 'exists(contact within 30d)'],
          ['none', 'profile.age >= 7d'],
          ['unknown', 'true'],
        ],
        label: { nl: 'Waarvoor contact is gezocht', en: 'What contact was about' },
        values: {
          problem: { nl: 'Een probleem', en: 'A problem' },
          advice: { nl: 'Advies', en: 'Advice' },
          other: { nl: 'Iets anders', en: 'Something else' },
          none: { nl: 'Geen contact', en: 'No contact' },
          unknown: { nl: 'Onbekend', en: 'Unknown' },
        },
      },
      service: {
        cases: [
          [
            'personal',
            `metric.customer-value >= ${10 * orderValue} or metric.frequency >= 5
              or (exists(purchase) and decision.contact-intent == "problem")`,
          ],
          [
            'chat',
            `metric.customer-value >= ${4 * orderValue} or metric.frequency >= 3
              or decision.contact-intent in ["problem", "advice", "other"]`,
          ],
          ['self-service', 'profile.age >= 7d'],
          ['unknown', 'true'],
        ],
        label: { nl: 'Manier van helpen', en: 'Way of helping' },
        values: {
          personal: { nl: 'Persoonlijk', en: 'In person' },
          chat: { nl: 'In een chat', en: 'In a chat' },
          'self-service': { nl: 'Zelf', en: 'By oneself' },
          unknown: { nl: 'Onbekend', en: 'Unknown' },
        },
      },
    },
  }
}
