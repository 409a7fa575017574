// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Source } from '../input/Source.js'
import { sqlName, sqlText } from './quote.js'

/** Lists and structures are read as JSON text. */
export function readParquet(
  source: Source,
  path: string,
  theirs: ReadonlyMap<string, string>,
): string {
  const picked = [...theirs].map(([ours, name]) => {
    const value = source.nested.has(name) ? `to_json(${sqlName(name)})` : sqlName(name)
    return `CAST(${value} AS VARCHAR) AS ${sqlName(ours)}`
  })
  return `
    SELECT ROW_NUMBER() OVER () AS record, ${picked.join(', ')}
    FROM ${file(path)}`
}

/** The file's `column_name`s and their `column_type`s. */
export function describeParquet(path: string): string {
  return `DESCRIBE SELECT * FROM ${file(path)}`
}

/** Text that its writer did not mark as text is taken as such. */
function file(path: string): string {
  return `read_parquet(
      ${sqlText(path)},
      binary_as_string = true,
      hive_partitioning = false
    )`
}
