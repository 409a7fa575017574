// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { HistoryColumn } from '../config/EtalageConfig.js'
import type { Column } from '../input/Column.js'

/** The columns of a history. */
export const historyColumns: readonly (Column & { name: HistoryColumn })[] = [
  { name: 'session', required: true },
  { name: 'item_id', required: true },
  { name: 'time' },
  { name: 'event' },
  { name: 'quantity' },
  { name: 'price' },
  { name: 'customer' },
  { name: 'transaction_id' },
]
