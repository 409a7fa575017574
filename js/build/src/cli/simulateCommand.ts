// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { EtalageError } from '../EtalageError.js'
import { requireFile } from '../input/requireFile.js'
import { showPath } from '../showPath.js'
import { simulate } from '../simulate/simulate.js'
import type { Arguments } from './Arguments.js'
import type { Command } from './Command.js'
import { describeSimulation } from './describeSimulation.js'
import { UsageError } from './UsageError.js'

export const simulateCommand: Command = {
  name: 'simulate',
  summary: 'many shoppers of known truth, and what their reports tell of it',
  positionals: [],
  options: {
    pack: { value: 'PACK', required: true, help: 'the pack whose measures are asked' },
    shoppers: { value: 'N', required: true, help: 'how many shoppers grant measure' },
    collector: {
      value: 'URL',
      help: 'a running collector of the same pack, and of nothing else; without it the reports are added up here',
    },
    seed: { value: 'S', help: 'the same seed, pack and end give the same reports; default 1' },
    weeks: { value: 'W', help: 'how long they are watched; default 2' },
    until: { value: 'TIME', help: 'when it ends, as 2026-03-31T12:00Z; default now' },
  },
  async run(args, terminal) {
    const path = resolve(args.text('pack'))
    requireFile(path, 'a pack')
    const simulation = {
      shoppers: args.integer('shoppers', 0, 1),
      seed: args.integer('seed', 1, 0),
      weeks: args.integer('weeks', 2, 1),
      until: readTime(args),
      collector: readAddress(args),
    }
    const pack = await readFile(path)
    const result = await simulate({ ...simulation, pack }, terminal.progress).catch(
      (error: unknown) => {
        const inPack = error instanceof EtalageError && !error.problem.code.startsWith('collector')
        throw inPack ? new EtalageError({ ...error.problem, file: showPath(path) }) : error
      },
    )
    terminal.result(result, () => describeSimulation(result, terminal))
    return 0
  },
}

function readTime(args: Arguments): number {
  const text = args.text('until')
  if (!text) return Date.now()
  const time = Date.parse(text)
  if (time > 0) return time
  throw new UsageError(`--until is "${text}"; expected a time, as 2026-03-31T12:00Z`)
}

function readAddress(args: Arguments): string | undefined {
  if (!args.has('collector')) return undefined
  const text = args.text('collector')
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && /^https?:$/.test(url.protocol)) return text
  throw new UsageError(`--collector is "${text}"; expected an address, as http://127.0.0.1:8788`)
}
