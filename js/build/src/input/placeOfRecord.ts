// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { csvRecords } from './csvRecords.js'
import type { Source } from './Source.js'

/** The place of a record for messages: its line, or its row in a file without lines. */
export async function placeOfRecord(
  source: Source,
  record: number,
): Promise<{ line: number } | { row: number }> {
  if (source.format === 'parquet') return { row: record }
  if (source.format === 'json-lines') return { line: record }
  let number = 0
  for await (const { line } of csvRecords(source)) if (++number === record) return { line }
  throw new Error(`${source.file} has changed while it was read: it holds no record ${record}`)
}
