// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { EtalageConfig } from '../config/EtalageConfig.js'
import type { RetailOptions } from './RetailOptions.js'

/** What was bought before the profile began is not in it: only an older one can tell often from seldom. */
const longKnown = 'exists(purchase) and profile.age >= 90d'

/** Recency, frequency and monetary value: numbers, and scores from 1 (least) to 5. */
export function rfm(
  orderValue: number,
  published: NonNullable<RetailOptions['distributions']>,
): EtalageConfig {
  const spent = [2, 4, 8, 16].map((orders) => String(orders * orderValue))
  return {
    metrics: {
      recency: {
        value: 'days_since(purchase)',
        label: { nl: 'Dagen sinds de laatste aankoop', en: 'Days since the last purchase' },
      },
      frequency: {
        value: 'count(purchase)',
        label: { nl: 'Aankopen', en: 'Purchases' },
      },
      monetary: {
        value: 'sum(purchase.value)',
        label: { nl: 'Totaal besteed', en: 'Total spent' },
      },
      'days-between-purchases': {
        value: '(last(purchase.time) - first(purchase.time)) / 1d / (count(purchase) - 1)',
        label: { nl: 'Dagen tussen aankopen', en: 'Days between purchases' },
      },
      'recency-score': {
        value: score(
          'recency',
          '<=',
          steps('recency', [80, 60, 40, 20], ['180', '90', '30', '14']),
          'exists(purchase)',
        ),
        label: { nl: 'Score: hoe kort geleden', en: 'Score: how recently' },
      },
      'frequency-score': {
        value: score(
          'frequency',
          '>=',
          steps('frequency', [20, 40, 60, 80], ['2', '3', '5', '8']),
          longKnown,
        ),
        label: { nl: 'Score: hoe vaak', en: 'Score: how often' },
      },
      'monetary-score': {
        value: score('monetary', '>=', steps('monetary', [20, 40, 60, 80], spent), longKnown),
        label: { nl: 'Score: hoeveel besteed', en: 'Score: how much was spent' },
      },
    },
    segments: {
      valuable: {
        when: 'metric.recency-score >= 3 and metric.frequency-score + metric.monetary-score >= 8',
        label: { nl: 'Waardevolle klant', en: 'Valuable customer' },
      },
    },
  }

  function steps(
    name: 'recency' | 'frequency' | 'monetary',
    percentiles: number[],
    fixed: string[],
  ): string[] {
    return published[name] ? percentiles.map((p) => `percentile("${name}", ${p})`) : fixed
  }
}

/** 1, and one more for each step that is reached. Dividing by 0 gives no score until `condition` holds. */
function score(metric: string, compare: string, steps: string[], condition: string): string {
  const points = steps.map((step) => `1 when metric.${metric} ${compare} ${step}`)
  return `(1 + points(${points.join(', ')})) / points(1 when ${condition})`
}
