// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { EtalageError } from '../EtalageError.js'
import type { Database } from '../input/Database.js'
import { explainReadFailure } from '../input/explainReadFailure.js'
import { openSource } from '../input/openSource.js'
import { resolveColumns } from '../input/resolveColumns.js'
import type { Source } from '../input/Source.js'
import type { Field } from '../config/RuleSet.js'
import type { InputFile } from '../config/Settings.js'
import { readSource } from '../sql/readSource.js'
import { attributeColumn } from './attributeColumns.js'
import type { Catalogue } from './Catalogue.js'
import { catalogueColumns } from './catalogueColumns.js'
import { groupVariants } from './groupVariants.js'
import { parseVariant, type CatalogueRow } from './parseVariant.js'
import type { Variant } from './Variant.js'

/** Reads and checks the catalogue; `currency` is what the configuration says all prices are in. */
export async function readCatalogue(
  db: Database,
  input: InputFile,
  currency: string | undefined,
  attributes: readonly Field[],
): Promise<Catalogue> {
  const source = await openSource(db, input.path, 'catalogue')
  const theirs = resolveColumns(source, catalogueColumns, input.columns, 'catalogue')
  const variants: Variant[] = []
  for await (const row of rows(db, source, theirs, attributes)) {
    const { variant, currency: priced } = await parseVariant(
      source,
      row,
      theirs,
      currency,
      attributes,
    )
    currency ??= priced
    variants.push(variant)
  }
  if (variants.length === 0) {
    throw new EtalageError({
      code: 'catalogue-empty',
      file: source.file,
      what: 'the catalogue holds no product',
      expected: 'at least one line after the header',
    })
  }
  return { source, variants, ...(await groupVariants(source, variants)), currency }
}

async function* rows(
  db: Database,
  source: Source,
  theirs: ReadonlyMap<string, string>,
  attributes: readonly Field[],
): AsyncGenerator<CatalogueRow> {
  const names = catalogueColumns.map((column) => column.name)
  // An attribute may have the name of a column of ours, which the shop reads elsewhere.
  const further = attributes.map(({ name }, i) => [`attribute ${i}`, attributeColumn(theirs, name)])
  const all = new Map([...theirs, ...further] as [string, string][])
  const query = `${readSource(source, db.literalPath(source.path), [...names, ...further.map(([key]) => key)], all)} ORDER BY record`
  try {
    for await (const [records, ...columns] of db.columns(query)) {
      for (let i = 0; i < records.length; ++i) {
        const texts = names.map((name, c) => [name, columns[c][i] ?? undefined])
        const attributes = columns.slice(names.length).map((column) => column[i] ?? undefined)
        yield { ...Object.fromEntries(texts), record: Number(records[i]), attributes }
      }
    }
  } catch (error) {
    throw await explainReadFailure(source, error)
  }
}
