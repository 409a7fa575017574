// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The shop window of the real gift shop. The two files are made by
// `npm run demo -- --shop online-retail --history FILE`.

import { defineConfig, retail } from '@etalage/build'
import { slots } from '../slots.js'

export default defineConfig({
  extends: [retail()],
  catalogue: '../../build/demo/online-retail/products.tsv',
  history: '../../build/demo/online-retail/history.parquet',
  privacy: { minSupport: 3, retention: '400d' },
  slots,
})
