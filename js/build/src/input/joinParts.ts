// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { EtalageError } from '../EtalageError.js'
import { quoteList } from '../quoteList.js'
import type { Source } from './Source.js'

/** Parts as one source; makes sure that they are of one table. JSON lines may leave out keys, other formats no columns. */
export function joinParts(parts: Source[], file: string, path: string): Source {
  const [first] = parts
  for (const part of parts) {
    if (part.format !== first.format) {
      throw new EtalageError({
        code: 'parts-mixed',
        file: part.file,
        what: `a part of another kind than ${first.file}`,
        expected: 'one kind of file in a folder',
      })
    }
    if (part.format !== 'json-lines') checkColumns(first, part)
  }
  const columns =
    first.format === 'json-lines'
      ? [...new Set(parts.flatMap((part) => part.columns))]
      : first.columns
  return { ...first, path, file, columns, parts }
}

/** The same columns in another order are the same table. */
function checkColumns(first: Source, part: Source): void {
  const missing = first.columns.filter((name) => !part.columns.includes(name))
  const further = part.columns.filter((name) => !first.columns.includes(name))
  if (missing.length + further.length === 0) return
  const differences = [
    missing.length ? `without ${quoteList(missing)}` : '',
    further.length ? `with ${quoteList(further)}` : '',
  ].filter(Boolean)
  throw new EtalageError({
    code: 'parts-differ',
    file: part.file,
    line: part.format === 'delimited' ? 1 : undefined,
    what: `a part ${differences.join(' and ')}, unlike ${first.file}`,
    expected: 'the same columns in each; text with a header in each',
  })
}
