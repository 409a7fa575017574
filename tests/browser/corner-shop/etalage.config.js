// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What the corner shop asks: of one who is known and of one who is not, in short epochs and long ones.
import { defineConfig } from '@etalage/build'
import { rules } from '../../../demo/rules.js'
import { slots } from '../../../demo/slots.js'

const made = '../../../build/demo/klaver-en-kwast'

export default defineConfig({
  slots,
  ...rules,
  catalogue: `${made}/products.tsv`,
  history: `${made}/history.csv`,
  privacy: { minSupport: 3, budget: { week: 20, lifetime: 2000 } },
  measures: {
    gardener: {
      of: 'segment.gardener',
      every: '7d',
      label: { nl: 'Tuiniert u?', en: 'Do you garden?' },
    },
    funnel: { of: 'funnel', every: '28d' },
    personalise: { of: 'personalise', every: '7d' },
    skill: { of: 'stated.skill', every: '1d' },
  },
})
