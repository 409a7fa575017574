// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { recordsOfPart } from '../input/recordNumber.js'
import type { Source } from '../input/Source.js'
import { sqlName } from './quote.js'
import { readDelimited } from './readDelimited.js'
import { readJsonLines } from './readJsonLines.js'
import { readParquet } from './readParquet.js'

const readers = { delimited: readDelimited, 'json-lines': readJsonLines, parquet: readParquet }

/**
 * A byte order mark inside a file, where two were put end to end. It cannot be seen, and Node drops it where a text begins with it:
 * the same id would be two.
 */
const mark = '\ufeff'

/**
 * A query for `record` (a number that leads back to the place in the file) and our `columns`, all as trimmed text, NULL
 * where empty or absent. The dialect of DuckDB is needed to read files; the statements over this query can do without.
 */
export function readSource(
  source: Source,
  path: string,
  columns: readonly string[],
  theirs: ReadonlyMap<string, string>,
): string {
  if (source.parts) return readParts(source.parts, columns, theirs)
  const texts = columns.map((column) =>
    theirs.has(column)
      ? `NULLIF(TRIM(LTRIM(TRIM(${sqlName(column)}), '${mark}')), '') AS ${sqlName(column)}`
      : `CAST(NULL AS VARCHAR) AS ${sqlName(column)}`,
  )
  return `
    SELECT record, ${texts.join(', ')}
    FROM (${readers[source.format](source, path, theirs)}) AS file`
}

/** Of each part what it has: JSON lines may leave a key out throughout. */
function readParts(
  parts: readonly Source[],
  columns: readonly string[],
  theirs: ReadonlyMap<string, string>,
): string {
  const queries = parts.map((part, p) => {
    const own = new Map([...theirs].filter(([, name]) => part.columns.includes(name)))
    return `
      SELECT record + ${p * recordsOfPart} AS record, ${columns.map(sqlName).join(', ')}
      FROM (${readSource(part, part.path, columns, own)}) AS part_${p}`
  })
  return queries.join('\n      UNION ALL')
}
