// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { describeParquet } from '../sql/readParquet.js'
import type { Database } from './Database.js'
import { explainReadFailure } from './explainReadFailure.js'
import type { Source } from './Source.js'

/** The columns of a Parquet file, and those of them that are not plain values. */
export async function parquetColumns(
  db: Database,
  source: Source,
): Promise<{ columns: string[]; nested: Set<string> }> {
  const described = await db
    .rows<{ column_name: string; column_type: string }>(
      describeParquet(db.literalPath(source.path)),
    )
    .catch(async (error: unknown) => {
      throw await explainReadFailure(source, error)
    })
  const nested = described.filter(({ column_type: type }) =>
    /\[\d*\]$|^(STRUCT|MAP|UNION)\b/.test(type),
  )
  return {
    columns: described.map((column) => column.column_name),
    nested: new Set(nested.map((column) => column.column_name)),
  }
}
