// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { accessSync, constants, statSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { EtalageError } from '../EtalageError.js'
import { showPath } from '../showPath.js'

/** What a file is, for messages, and the option that names its place. */
export interface OutputFile {
  kind: 'pack' | 'report' | 'segments'
  option: string
}

export const packFile: OutputFile = { kind: 'pack', option: '--out' }
export const reportFile: OutputFile = { kind: 'report', option: '--report' }
export const segmentsFile: OutputFile = { kind: 'segments', option: '--segments' }

/** Writes a file beside its place and moves it there: whoever reads it meets the old one or the new one, never a part. */
export async function writeWhole(
  path: string,
  content: Uint8Array | string,
  what: OutputFile,
): Promise<void> {
  const unfinished = `${path}.${process.pid}.tmp`
  try {
    const file = await open(unfinished, 'wx')
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw cannotWrite(path, what, (error as Error).message)
  }
}

/** Fails at once where the file could not be written later, rather than after minutes of training. */
export function checkWritable(path: string, what: OutputFile): void {
  const folder = dirname(path)
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw cannotWrite(path, what, `there is no folder ${showPath(folder)}`)
  }
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
    throw cannotWrite(path, what, 'this is a folder')
  try {
    accessSync(folder, constants.W_OK)
  } catch {
    throw cannotWrite(path, what, `the folder ${showPath(folder)} cannot be written to`)
  }
}

function cannotWrite(path: string, { kind, option }: OutputFile, what: string): EtalageError {
  return new EtalageError({
    code: `${kind}-unwritable`,
    file: showPath(path),
    what,
    expected: `a place for the ${kind}; name another with ${option}`,
  })
}
