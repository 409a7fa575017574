// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { statSync } from 'node:fs'
import type { Database } from './Database.js'
import { openFile } from './openFile.js'
import { openFolder } from './openFolder.js'
import type { Source } from './Source.js'

/**
 * Checks that a file, or a folder of files, is there and readable, and finds its columns. `key` is what the configuration
 * calls it.
 */
export async function openSource(db: Database, path: string, key: string): Promise<Source> {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory()
  return isFolder ? openFolder(db, path, key) : openFile(db, path, key)
}
