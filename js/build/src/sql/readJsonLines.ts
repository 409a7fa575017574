// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Source } from '../input/Source.js'
import { sqlName, sqlText } from './quote.js'

/** The lines that are not blank, with their numbers: read as text, since DuckDB's reader of JSON does not count lines. */
function lines(path: string, source: Source): string {
  return `
    SELECT record, line
    FROM (
      SELECT ROW_NUMBER() OVER () AS record, NULLIF(TRIM(line), '') AS line
      FROM read_csv(
        ${sqlText(path)},
        columns = {'line': 'VARCHAR'},
        delim = '\u0001',
        quote = '',
        escape = '',
        header = false,
        auto_detect = false,
        strict_mode = false,
        max_line_size = 16777216,
        hive_partitioning = false,
        compression = '${source.gzip ? 'gzip' : 'none'}'
      )
    ) AS numbered
    WHERE line IS NOT NULL`
}

/** The first line that is not a JSON object. */
export function brokenJsonLine(path: string, source: Source): string {
  return `
    SELECT record, line
    FROM (${lines(path, source)}) AS file
    WHERE NOT json_valid(line) OR json_type(line) <> 'OBJECT'
    ORDER BY record
    LIMIT 1`
}

/** The keys that occur in the file. */
export function jsonLineKeys(path: string, source: Source): string {
  return `
    SELECT DISTINCT UNNEST(json_keys(line)) AS name
    FROM (${lines(path, source)}) AS file
    ORDER BY name`
}

/** Keys become JSON pointers, which can name any key. */
export function readJsonLines(
  source: Source,
  path: string,
  theirs: ReadonlyMap<string, string>,
): string {
  const pointers = [...theirs.values()].map((key) =>
    sqlText('/' + key.replaceAll('~', '~0').replaceAll('/', '~1')),
  )
  const picked = [...theirs.keys()].map((ours, i) => `fields[${i + 1}] AS ${sqlName(ours)}`)
  return `
    SELECT record, ${picked.join(', ')}
    FROM (
      SELECT record, json_extract_string(line, [${pointers.join(', ')}]) AS fields
      FROM (${lines(path, source)}) AS file
    ) AS extracted`
}
