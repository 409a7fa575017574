// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The shop window of Klaver & Kwast. The two files are made by `npm run demo`.

import { defineConfig } from '@etalage/build'
import { measuring } from './measures.js'
import { rules } from './rules.js'
import { slots } from './slots.js'

export default defineConfig({
  catalogue: '../build/demo/klaver-en-kwast/products.tsv',
  history: '../build/demo/klaver-en-kwast/history.csv',
  privacy: { minSupport: 3, retention: '400d' },
  traffic: { visitors: 100_000 }, // what it hopes for: its history is small
  slots,
  ...rules,
  ...measuring,
})
