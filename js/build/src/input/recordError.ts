// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { EtalageError, type Problem } from '../EtalageError.js'
import { csvRecords } from './csvRecords.js'
import type { Source } from './Source.js'

/** An error about one record of a file; finds the line on which the record begins. */
export async function recordError(
  source: Source,
  record: number,
  problem: Omit<Problem, 'file' | 'line' | 'row'>,
): Promise<EtalageError> {
  return new EtalageError({
    ...problem,
    file: source.file,
    ...(await placeOfRecord(source, record)),
  })
}

/** The place of a record for messages: its line, or its row in a file without lines. */
export async function placeOfRecord(
  source: Source,
  record: number,
): Promise<{ line: number } | { row: number }> {
  if (source.format === 'parquet') return { row: record }
  if (source.format === 'json-lines') return { line: record }
  let number = 0
  for await (const { line } of csvRecords(source)) if (++number === record) return { line }
  return { line: record + 1 }
}
