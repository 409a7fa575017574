// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { EtalageError } from '../EtalageError.js'
import { showPath } from '../showPath.js'
import { checkGzip } from './checkGzip.js'
import type { Database } from './Database.js'
import { jsonKeys } from './jsonKeys.js'
import { parquetColumns } from './parquetColumns.js'
import { readHeader } from './readHeader.js'
import { requireFile } from './requireFile.js'
import type { Format, Source } from './Source.js'

const formats: Record<string, Format> = {
  csv: 'delimited',
  tsv: 'delimited',
  txt: 'delimited',
  json: 'json-lines',
  jsonl: 'json-lines',
  ndjson: 'json-lines',
  parquet: 'parquet',
}

/** Checks that a file is there and readable, and finds its columns. */
export async function openFile(db: Database, path: string, key: string): Promise<Source> {
  const file = showPath(path)
  const { size } = requireFile(path, `the file that ${key} names`)
  const [, ending, gz] = /\.([a-z]+)(\.gz)?$/i.exec(path) ?? []
  const format = formats[ending?.toLowerCase()]
  const gzip = gz !== undefined
  if (!format || (gzip && format === 'parquet')) {
    throw new EtalageError({
      code: 'format-unknown',
      file,
      what: 'the ending of its name is none that can be read',
      expected: '.csv, .tsv, .txt, .jsonl, .ndjson or .json (each also with .gz), or .parquet',
    })
  }
  if (size === 0) throw new EtalageError({ code: 'file-empty', file, what: 'the file is empty' })
  if (gzip) await checkGzip(path, file)

  const source: Source = { path, file, format, gzip, columns: [], delimiter: '', nested: new Set() }
  if (format === 'delimited')
    return { ...source, ...(await readHeader(source, ending.toLowerCase())) }
  if (format === 'json-lines') return { ...source, columns: await jsonKeys(db, source) }
  return { ...source, ...(await parquetColumns(db, source)) }
}
