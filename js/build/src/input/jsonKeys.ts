// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { EtalageError } from '../EtalageError.js'
import { brokenJsonLine, jsonLineKeys } from '../sql/readJsonLines.js'
import type { Database } from './Database.js'
import { explainReadFailure } from './explainReadFailure.js'
import type { Source } from './Source.js'

/** The keys that occur in a file of JSON objects, one a line. */
export async function jsonKeys(db: Database, source: Source): Promise<string[]> {
  const path = db.literalPath(source.path)
  try {
    const [broken] = await db.rows<{ record: number }>(brokenJsonLine(path, source))
    if (broken) {
      throw new EtalageError({
        code: 'json-broken',
        file: source.file,
        line: broken.record,
        what: 'the line is not a JSON object',
        expected: 'one object on each line, as {"id": "A1"}',
      })
    }
    return (await db.rows<{ name: string }>(jsonLineKeys(path, source))).map((row) => row.name)
  } catch (error) {
    throw await explainReadFailure(source, error)
  }
}
