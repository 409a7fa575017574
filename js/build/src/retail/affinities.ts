// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { EtalageConfig } from '../config/EtalageConfig.js'
import type { RetailOptions } from './RetailOptions.js'

/** What somebody is drawn to: a category, a brand, a level of price. */
export function affinities(
  orderValue: number,
  { price }: NonNullable<RetailOptions['distributions']>,
): EtalageConfig {
  const low = price ? 'percentile("price", 33)' : String(0.2 * orderValue)
  const high = price ? 'percentile("price", 67)' : String(orderValue)
  return {
    facts: {
      'favourite-category': { inferred: 'strongest(category)' },
      'favourite-brand': { inferred: 'strongest(brand)' },
    },
    metrics: {
      'price-viewed': {
        value: 'avg(view_item.price)',
        label: {
          nl: 'Gemiddelde prijs van wat is bekeken',
          en: 'Average price of what was viewed',
        },
      },
    },
    decisions: {
      'brand-affinity': {
        cases: [
          ['unknown', 'count(view_item where known(brand)) < 5'],
          ['focused', 'count(view_item where known(brand)) >= 3 * distinct(view_item.brand)'],
          ['varied', 'true'],
        ],
        label: { nl: 'Trouw aan een merk', en: 'Loyalty to a brand' },
        values: {
          unknown: { nl: 'Onbekend', en: 'Unknown' },
          focused: { nl: 'Weinig merken', en: 'Few brands' },
          varied: { nl: 'Veel merken', en: 'Many brands' },
        },
      },
      'price-affinity': {
        cases: [
          ['unknown', 'count(view_item where known(price)) < 5'],
          ['low', `metric.price-viewed < ${low}`],
          ['high', `metric.price-viewed > ${high}`],
          ['middle', 'true'],
        ],
        label: { nl: 'Prijsklasse', en: 'Price range' },
        values: {
          unknown: { nl: 'Onbekend', en: 'Unknown' },
          low: { nl: 'Laag', en: 'Low' },
          high: { nl: 'Hoog', en: 'High' },
          middle: { nl: 'Midden', en: 'Middle' },
        },
      },
    },
  }
}
