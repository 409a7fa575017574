// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { accessSync, constants, statSync, type Stats } from 'node:fs'
import { EtalageError } from '../EtalageError.js'
import { showPath } from '../showPath.js'

/** Makes sure that a file is there and may be read; `expected` says which one this should be. */
export function requireFile(path: string, expected: string): Stats {
  const stat = statSync(path, { throwIfNoEntry: false })
  const what = !stat ? 'no such file' : !stat.isFile() ? 'this is not a file' : denied(path)
  if (stat && !what) return stat
  throw new EtalageError({ code: 'file-missing', file: showPath(path), what: what ?? '', expected })
}

function denied(path: string): string | undefined {
  try {
    accessSync(path, constants.R_OK)
    return undefined
  } catch {
    return 'the file may not be read'
  }
}
