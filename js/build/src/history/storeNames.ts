// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Catalogue } from '../catalogue/Catalogue.js'
import type { Database } from '../input/Database.js'
import { createProductNames } from '../sql/history.js'

/** Makes the table of product names from the catalogue. */
export async function storeNames(db: Database, { names }: Catalogue): Promise<void> {
  await db.run(createProductNames)
  const appender = await db.connection.createAppender('product_names')
  for (const [name, { product, variant }] of names) {
    appender.appendVarchar(name)
    appender.appendInteger(product)
    if (variant === undefined) appender.appendNull()
    else appender.appendInteger(variant)
    appender.endRow()
  }
  appender.closeSync()
}
