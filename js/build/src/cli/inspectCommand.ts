// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { inspectPack } from '../builder/inspectPack.js'
import type { PackDescription } from '../builder/PackDescription.js'
import { EtalageError } from '../EtalageError.js'
import { showPath } from '../showPath.js'
import type { Command } from './Command.js'
import { describePack } from './describePack.js'

export const inspectCommand: Command = {
  name: 'inspect',
  summary: 'show what is in a pack',
  positionals: ['PACK'],
  options: {},
  async run(args, terminal) {
    const description = await inspectFile(resolve(args.positionals[0]))
    terminal.result(description, () => describePack(description, terminal))
  },
}

async function inspectFile(path: string): Promise<PackDescription> {
  const file = showPath(path)
  const pack = await readFile(path).catch((error: unknown) => {
    const { code, message } = error as NodeJS.ErrnoException
    const what = code === 'ENOENT' ? 'no such file' : message
    throw new EtalageError({ code: 'file-missing', file, what, expected: 'a pack' })
  })
  try {
    return await inspectPack(pack)
  } catch (error) {
    throw error instanceof EtalageError ? new EtalageError({ ...error.problem, file }) : error
  }
}
