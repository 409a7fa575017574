// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { EtalageError } from '../EtalageError.js'
import type { Problem } from '../Problem.js'
import { placeOfRecord } from './placeOfRecord.js'
import type { Source } from './Source.js'

/** An error about one record of a file. */
export async function recordError(
  source: Source,
  record: number,
  problem: Omit<Problem, 'file' | 'line' | 'row'>,
): Promise<EtalageError> {
  return new EtalageError({
    ...problem,
    ...(await placeOfRecord(source, record)),
  })
}
