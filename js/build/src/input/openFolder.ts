// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { readdirSync, statSync, type Dirent } from 'node:fs'
import { join } from 'node:path'
import { compareBytes } from '../compareBytes.js'
import { EtalageError } from '../EtalageError.js'
import { showPath } from '../showPath.js'
import type { Database } from './Database.js'
import { joinParts } from './joinParts.js'
import { openFile } from './openFile.js'
import { mostParts } from './recordNumber.js'
import type { Source } from './Source.js'

/**
 * The files that an engine of many machines writes for one table: `part-00000-….snappy.parquet` and so on, in the order of
 * their names. What begins with `_` or `.` is the engine's own (`_SUCCESS`, checksums); an empty file is a part without lines.
 */
export async function openFolder(db: Database, path: string, key: string): Promise<Source> {
  const file = showPath(path)
  const entries = readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => !/^[._]/.test(name))
    .sort((a, b) => compareBytes(a.name, b.name))
  refuseNested(path, entries)
  if (entries.length === 0) {
    throw new EtalageError({
      code: 'folder-empty',
      file,
      what: 'the folder holds no file to read',
      expected:
        'files of one table, as part-00000.parquet; names that begin with _ or . are passed over',
    })
  }
  const filled = entries
    .map(({ name }) => join(path, name))
    .filter((part) => statSync(part, { throwIfNoEntry: false })?.size !== 0)
  if (filled.length === 0) {
    throw new EtalageError({ code: 'file-empty', file, what: 'every file in the folder is empty' })
  }
  if (filled.length > mostParts) {
    throw new EtalageError({
      code: 'folder-too-full',
      file,
      what: `${filled.length} files`,
      expected: `at most ${mostParts}: have the table written in fewer parts`,
    })
  }
  const parts: Source[] = []
  for (const part of filled) {
    parts.push({ ...(await openFile(db, part, key)), path: db.literalPath(part) })
  }
  return joinParts(parts, file, path)
}

function refuseNested(path: string, entries: readonly Dirent[]): void {
  const nested = entries.find((entry) => entry.isDirectory())
  if (!nested) return
  throw new EtalageError({
    code: 'folder-nested',
    file: showPath(join(path, nested.name)),
    what: 'a folder within the folder of parts',
    expected: 'files only: write the table without partitioning it into folders',
  })
}
