// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Source } from '../input/Source.js'
import { sqlName, sqlText } from './quote.js'

/** Columns are read by their place, so that no name out of the file gets into a statement. */
export function readDelimited(
  source: Source,
  path: string,
  theirs: ReadonlyMap<string, string>,
): string {
  const types = source.columns.map((_, i) => `'c${i}': 'VARCHAR'`)
  const picked = [...theirs].map(
    ([ours, name]) => `c${source.columns.indexOf(name)} AS ${sqlName(ours)}`,
  )
  return `
    SELECT ROW_NUMBER() OVER () AS record, ${picked.join(', ')}
    FROM read_csv(
      ${sqlText(path)},
      columns = {${types.join(', ')}},
      delim = ${sqlText(source.delimiter)},
      quote = '"',
      escape = '"',
      header = true,
      auto_detect = false,
      hive_partitioning = false,
      compression = '${source.gzip ? 'gzip' : 'none'}'
    )`
}
