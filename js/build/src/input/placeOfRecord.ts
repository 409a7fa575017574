// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { csvRecords } from './csvRecords.js'
import { recordsOfPart } from './recordNumber.js'
import type { Source } from './Source.js'

/** The place of a record for messages: its file, and its line, or its row in a file without lines. */
export async function placeOfRecord(
  source: Source,
  record: number,
): Promise<{ file: string } & ({ line: number } | { row: number })> {
  const part = source.parts?.[Math.floor(record / recordsOfPart)]
  if (part) return placeOfRecord(part, record % recordsOfPart)
  const { file } = source
  if (source.format === 'parquet') return { file, row: record }
  if (source.format === 'json-lines') return { file, line: record }
  let number = 0
  for await (const { line } of csvRecords(source)) if (++number === record) return { file, line }
  throw new Error(`${file} has changed while it was read: it holds no record ${record}`)
}
