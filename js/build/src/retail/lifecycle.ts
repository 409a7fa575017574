// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { EtalageConfig } from '../config/EtalageConfig.js'

/** Whoever logs in without ever having signed up here was known before this profile began. */
const hadAnAccount = '(exists(login) and not exists(sign_up))'

/** Where somebody stands with the shop, from the first visit on. */
export function lifecycle(): EtalageConfig {
  return {
    decisions: {
      lifecycle: {
        cases: [
          ['lapsed', slipping(365, 90, 6)],
          ['drifting', slipping(180, 30, 3)],
          ['loyal-customer', 'metric.frequency >= 3'],
          ['repeat-customer', 'metric.frequency >= 2'],
          ['first-time-customer', `exists(purchase) and profile.age >= 2m and not ${hadAnAccount}`],
          ['unknown', 'exists(purchase) or not (profile.age >= 2m)'],
          [
            'prospect',
            `exists(add_to_cart within 30d) or exists(begin_checkout within 30d)
              or exists(add_to_wishlist within 30d) or metric.engagement >= 15`,
          ],
          ['returning-visitor', `visit.number >= 2 or profile.age >= 1d or ${hadAnAccount}`],
          ['first-time-visitor', 'true'],
        ],
        label: { nl: 'Levensfase als klant', en: 'Lifecycle stage' },
        values: {
          lapsed: { nl: 'Koopt niet meer', en: 'No longer buys' },
          drifting: { nl: 'Koopt minder', en: 'Buys less' },
          'loyal-customer': { nl: 'Trouwe klant', en: 'Loyal customer' },
          'repeat-customer': { nl: 'Kocht tweemaal', en: 'Bought twice' },
          'first-time-customer': { nl: 'Kocht eenmaal', en: 'Bought once' },
          unknown: { nl: 'Onbekend', en: 'Unknown' },
          prospect: { nl: 'Belangstellende', en: 'Prospect' },
          'returning-visitor': { nl: 'Terugkerende bezoeker', en: 'Returning visitor' },
          'first-time-visitor': { nl: 'Nieuwe bezoeker', en: 'New visitor' },
        },
      },
    },
    segments: {
      customer: { when: 'exists(purchase)', label: { nl: 'Klant', en: 'Customer' } },
      loyal: {
        when: 'decision.lifecycle == "loyal-customer"',
        label: { nl: 'Trouwe klant', en: 'Loyal customer' },
      },
      drifting: {
        when: 'decision.lifecycle == "drifting"',
        label: { nl: 'Koopt minder dan voorheen', en: 'Buys less than before' },
      },
      lapsed: {
        when: 'decision.lifecycle == "lapsed"',
        label: { nl: 'Koopt hier niet meer', en: 'No longer buys here' },
      },
    },
  }
}

/** So many days without a purchase; or, of who has a rhythm, so many times their own pause, but never under a floor. */
function slipping(days: number, floor: number, times: number): string {
  return `metric.recency > ${days}
    or (metric.frequency >= 3 and metric.recency > ${floor} and metric.recency > ${times} * metric.days-between-purchases)`
}
