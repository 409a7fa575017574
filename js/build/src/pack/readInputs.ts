// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { bareProduct } from '../catalogue/bareProduct.js'
import type { Product } from '../catalogue/Product.js'
import { pickProducts } from '../catalogue/pickProducts.js'
import { readCatalogue } from '../catalogue/readCatalogue.js'
import type { Progress } from '../Progress.js'
import type { Settings } from '../config/Settings.js'
import type { History, HistorySummary } from '../history/History.js'
import type { CustomerEvents } from '../history/CustomerEvents.js'
import { readHistory } from '../history/readHistory.js'
import { Database } from '../input/Database.js'
import { showPath } from '../showPath.js'

export interface Inputs {
  products: Product[]
  history?: History
  summary?: HistorySummary
  customerEvents?: CustomerEvents
  currency?: string
}

/** Reads the catalogue and the history that a configuration names, with what each known customer did where that is wanted. */
export async function readInputs(
  settings: Settings,
  withCustomers: boolean,
  progress: Progress,
): Promise<Inputs> {
  const { catalogue: catalogueFile, history: historyFile } = settings
  const db = await Database.open()
  try {
    if (catalogueFile) progress(`Reading ${showPath(catalogueFile.path)}`)
    const catalogue =
      catalogueFile &&
      (await readCatalogue(db, catalogueFile, settings.currency, settings.rules.attributes))
    if (historyFile) progress(`Reading ${showPath(historyFile.path)}`)
    const read = historyFile && (await readHistory(db, historyFile, catalogue, withCustomers))
    return {
      products: catalogue
        ? pickProducts(catalogue, read?.touches ?? new Map<number, number>())
        : (read?.ids ?? []).map(bareProduct),
      history: read?.history,
      summary: read?.summary,
      customerEvents: read?.customerEvents,
      currency: catalogue?.currency ?? settings.currency,
    }
  } finally {
    db.close()
  }
}
