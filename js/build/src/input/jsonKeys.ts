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
    const [broken] = await db.rows<{ record: number; line: string }>(brokenJsonLine(path, source))
    if (broken) {
      throw new EtalageError({
        code: 'json-broken',
        file: source.file,
        line: broken.record,
        ...explainBroken(broken.line),
      })
    }
    return (await db.rows<{ name: string }>(jsonLineKeys(path, source))).map((row) => row.name)
  } catch (error) {
    throw await explainReadFailure(source, error)
  }
}

function explainBroken(line: string): { what: string; expected: string } {
  const half = findHalfCharacter(line)
  return half === undefined
    ? {
        what: 'the line is not a JSON object',
        expected: 'one object on each line, as {"id": "A1"}',
      }
    : {
        what: `${half} is half a character, and what stands before or after it is not the other half`,
        expected: 'whole characters: a text was perhaps cut off in the middle of one',
      }
}

/** JSON lets a text hold a surrogate without its other half, which no UTF-8 can say. */
function findHalfCharacter(line: string): string | undefined {
  try {
    JSON.parse(line)
  } catch {
    return undefined
  }
  const units =
    /\\(?:\\|u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[dD][89a-fA-F][0-9a-fA-F]{2})/g
  return line.match(units)?.find((unit) => unit.length === 6)
}
