// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Accuracy } from '../builder/Evaluation.js'
import { formatTable } from './formatTable.js'

interface Measured {
  all: Accuracy
  new: Accuracy
}

/** Hit rates and ranks in a list of twenty, beside those of bestsellers. */
export function accuracyTable(ours: string, measured: Measured & { baseline: Measured }): string {
  const row = (name: string, value: (accuracy: Measured) => number) => [
    name,
    value(measured).toFixed(4),
    value(measured.baseline).toFixed(4),
  ]
  return formatTable(
    [
      ['', ours, 'bestsellers'],
      row('HR@20  all', (accuracy) => accuracy.all.hr20),
      row('HR@20  new', (accuracy) => accuracy.new.hr20),
      row('MRR@20 all', (accuracy) => accuracy.all.mrr20),
      row('MRR@20 new', (accuracy) => accuracy.new.mrr20),
    ],
    1,
  )
}
