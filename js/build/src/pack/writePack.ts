// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { accessSync, constants, statSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { EtalageError } from '../EtalageError.js'
import { showPath } from '../showPath.js'

/** Writes the pack beside its place and moves it there: whoever reads it meets the old one or the new one, never a part. */
export async function writePack(path: string, pack: Uint8Array): Promise<void> {
  const unfinished = `${path}.${process.pid}.tmp`
  try {
    const file = await open(unfinished, 'wx')
    try {
      await file.writeFile(pack)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw cannotWrite(path, (error as Error).message)
  }
}

/** Fails at once where the pack could not be written later, rather than after minutes of training. */
export function checkWritable(path: string): void {
  const folder = dirname(path)
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw cannotWrite(path, `there is no folder ${showPath(folder)}`)
  }
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
    throw cannotWrite(path, 'this is a folder')
  try {
    accessSync(folder, constants.W_OK)
  } catch {
    throw cannotWrite(path, `the folder ${showPath(folder)} cannot be written to`)
  }
}

function cannotWrite(path: string, what: string): EtalageError {
  return new EtalageError({
    code: 'pack-unwritable',
    file: showPath(path),
    what,
    expected: 'a place for the pack; name another with --out',
  })
}
