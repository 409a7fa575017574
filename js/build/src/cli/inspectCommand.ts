// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { inspectPack } from '../builder/inspectPack.js'
import type { PackDescription } from '../builder/PackDescription.js'
import { EtalageError } from '../EtalageError.js'
import type { MeasuresDescription } from '../measures/MeasureDescription.js'
import { requireFile } from '../input/requireFile.js'
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
    return 0
  },
}

async function inspectFile(path: string): Promise<PackDescription & MeasuresDescription> {
  requireFile(path, 'a pack')
  try {
    return await inspectPack(await readFile(path))
  } catch (error) {
    throw error instanceof EtalageError
      ? new EtalageError({ ...error.problem, file: showPath(path) })
      : error
  }
}
