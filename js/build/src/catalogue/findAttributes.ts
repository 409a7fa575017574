// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs'
import type { Field } from '../config/RuleSet.js'
import type { InputFile } from '../config/Settings.js'
import { Database } from '../input/Database.js'
import { explainReadFailure } from '../input/explainReadFailure.js'
import { openSource } from '../input/openSource.js'
import { resolveColumns } from '../input/resolveColumns.js'
import { textColumns } from '../sql/textColumns.js'
import { ownAttributes } from './attributeColumns.js'
import { catalogueColumns } from './catalogueColumns.js'

/** Which of `names` are further columns of the catalogue; numbers where every value is one, else texts. */
export async function findAttributes(input: InputFile, names: Set<string>): Promise<Field[]> {
  if (!existsSync(input.path)) return [] // whoever reads the catalogue says so
  const db = await Database.open()
  try {
    const source = await openSource(db, input.path, 'catalogue')
    const ours = resolveColumns(source, catalogueColumns, input.columns, 'catalogue')
    const own = ownAttributes.filter(({ name }) => names.has(name) && ours.has(name))
    const known = new Set(
      catalogueColumns
        .filter(({ name }) => !ownAttributes.some((attribute) => attribute.name === name))
        .map(({ name }) => ours.get(name)),
    )
    const further = source.columns.filter(
      (column) =>
        names.has(column) && !known.has(column) && !own.some(({ name }) => name === column),
    )
    if (further.length === 0) return own
    const query = textColumns(source, db.literalPath(source.path), further)
    const [texts] = await db.rows<Record<string, boolean>>(query).catch(async (error: unknown) => {
      throw await explainReadFailure(source, error)
    })
    return [
      ...own,
      ...further.map((name): Field => ({ name, type: texts[name] ? 'text' : 'number' })),
    ]
  } finally {
    db.close()
  }
}
