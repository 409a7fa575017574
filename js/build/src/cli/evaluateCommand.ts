// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { resolve } from 'node:path'
import { evaluateSessions, type SessionReport } from '../quality/evaluateSessions.js'
import { accuracyTable } from './accuracyTable.js'
import type { Command } from './Command.js'
import { describeSettings } from './describeSettings.js'
import { formatNumber } from './formatNumber.js'
import { formatTable } from './formatTable.js'

export const evaluateCommand: Command = {
  name: 'evaluate',
  summary: 'train on one file of sessions, test on another',
  positionals: [],
  options: {
    train: {
      value: 'FILE',
      required: true,
      help: 'one session of item ids a line, oldest first; plain text or .gz',
    },
    test: {
      value: 'FILE',
      required: true,
      help: 'likewise; the last id of a line is the one to predict',
    },
    'min-support': {
      value: 'N',
      help: 'sessions that must stand behind a pair or a vector; default 3',
    },
    seed: { value: 'N', help: 'seeds the training; default 1' },
  },
  async run(args, terminal) {
    const options = {
      minSupport: args.integer('min-support', 3, 1),
      seed: args.integer('seed', 1, 0),
    }
    const files = [resolve(args.text('train')), resolve(args.text('test'))] as const
    const report = await evaluateSessions(...files, options, terminal.progress)
    terminal.result(report, () => `${accuracyTable('trained', report)}\n\n${describe(report)}`)
    return 0
  },
}

function describe(report: SessionReport): string {
  return formatTable([
    ['items', formatNumber(report.items)],
    ['sessions', formatNumber(report.sessions)],
    ['cases', formatNumber(report.cases)],
    ...describeSettings(report.settings),
    ['training', `${formatNumber(report.trainSeconds)} s`],
    ['a query', `${formatNumber(report.microsPerQuery)} µs`],
    [
      'pack',
      `${formatNumber(report.packBytes)} bytes, ${formatNumber(report.bytesPerItem)} an item for scoring`,
    ],
  ])
}
