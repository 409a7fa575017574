// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Column } from '../input/Column.js'
import type { CatalogueColumn } from '../config/EtalageConfig.js'

/** The columns of a catalogue. The other names are those of a Google Merchant product feed. */
export const catalogueColumns: readonly (Column & { name: CatalogueColumn })[] = [
  { name: 'id', required: true },
  { name: 'item_group_id' },
  { name: 'aliases' },
  { name: 'title' },
  { name: 'price' },
  { name: 'category', also: ['product_type', 'google_product_category'] },
  { name: 'brand' },
  { name: 'url', also: ['link'] },
  { name: 'image', also: ['image_link'] },
  { name: 'in_stock', also: ['availability'] },
  { name: 'hidden' },
  { name: 'added' },
  { name: 'series' },
  { name: 'green', also: ['energy_efficiency_class'] },
]
