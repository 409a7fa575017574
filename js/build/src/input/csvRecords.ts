// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { CsvScanner, type CsvRecord } from './CsvScanner.js'
import { readText } from './readText.js'
import type { Source } from './Source.js'

/** The records of a delimited file after its header, numbered as DuckDB numbers them: it skips blank lines. */
export async function* csvRecords(source: Source): AsyncGenerator<CsvRecord> {
  const scanner = new CsvScanner(source.delimiter)
  const skipsBlank = source.columns.length > 1
  let header = true
  const pick = function* (records: CsvRecord[]): Generator<CsvRecord> {
    for (const record of records) {
      const blank = record.fields.length === 1 && record.fields[0] === ''
      if (!header && !(blank && skipsBlank)) yield record
      header = false
    }
  }
  for await (const text of readText(source.path, source.gzip)) yield* pick(scanner.push(text))
  yield* pick(scanner.end())
}
