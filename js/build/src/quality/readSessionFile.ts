// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { EtalageError } from '../EtalageError.js'
import { checkGzip } from '../input/checkGzip.js'
import { requireFile } from '../input/requireFile.js'
import { readText } from '../input/readText.js'
import { showPath } from '../showPath.js'
import type { Cases } from './Cases.js'
import type { ItemNumbers } from './ItemNumbers.js'

/**
 * A file with one session of item ids a line, oldest first, separated by spaces; plain or .gz. `least`: how many ids a
 * line must have.
 */
export async function readSessionFile(
  path: string,
  numbers: ItemNumbers,
  least: number,
): Promise<Cases> {
  const file = showPath(path)
  requireFile(path, 'a file of sessions')
  const gzip = path.toLowerCase().endsWith('.gz')
  if (gzip) await checkGzip(path, file)

  const items: number[] = []
  const offsets = [0]
  for await (const line of lines(path, gzip)) {
    const ids = line.trim().split(/[ \t]+/)
    const wrong = problemOf(ids, least)
    if (wrong)
      throw new EtalageError({ code: 'session-invalid', file, line: offsets.length, ...wrong })
    for (const id of ids) items.push(numbers.of(id))
    offsets.push(items.length)
  }
  if (offsets.length === 1) {
    throw new EtalageError({
      code: 'file-empty',
      file,
      what: 'the file is empty',
      expected: 'one session a line',
    })
  }
  return { items: Uint32Array.from(items), offsets: Uint32Array.from(offsets) }
}

function problemOf(ids: string[], least: number): { what: string; expected: string } | undefined {
  if (ids[0] === '') return { what: 'the line is empty', expected: 'item ids, separated by spaces' }
  const bad = ids.find((id) => /[,;"\p{C}\ufffd]/u.test(id))
  if (bad !== undefined) {
    return {
      what: `${JSON.stringify(bad)} is not an item id`,
      expected: 'ids without commas or quotes, separated by spaces',
    }
  }
  if (ids.length < least) {
    return {
      what: `only ${ids.length} id`,
      expected: `at least ${least}: the last is the one to predict`,
    }
  }
  return undefined
}

/** The lines of a text; nothing follows the last line break. */
async function* lines(path: string, gzip: boolean): AsyncGenerator<string> {
  let rest = ''
  for await (const text of readText(path, gzip)) {
    const parts = (rest + text).split('\n')
    rest = parts.pop() ?? ''
    yield* parts
  }
  if (rest) yield rest
}
