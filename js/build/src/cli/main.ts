// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { didYouMean } from '../didYouMean.js'
import { EtalageError } from '../EtalageError.js'
import { buildCommand } from './buildCommand.js'
import { evaluateCommand } from './evaluateCommand.js'
import { commandHelp, helpText, usage } from './helpText.js'
import { inspectCommand } from './inspectCommand.js'
import { lintCommand } from './lintCommand.js'
import { parseArguments } from './parseArguments.js'
import { replayCommand } from './replayCommand.js'
import { simulateCommand } from './simulateCommand.js'
import { showProblems } from './showProblems.js'
import { Terminal } from './Terminal.js'
import { UsageError } from './UsageError.js'

const commands = [
  buildCommand,
  lintCommand,
  replayCommand,
  inspectCommand,
  evaluateCommand,
  simulateCommand,
]
const wrongInput = 1
const wrongCall = 2

/** Runs the command line; returns its exit code. */
export async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === '--help' || name === '-h') {
    process.stdout.write(helpText(commands) + '\n')
    return 0
  }
  const command = commands.find((known) => known.name === name)
  const terminal = new Terminal(args.includes('--json'), command?.printsLines)
  if (!command) {
    const names = commands.map((known) => known.name)
    if (name) terminal.error(`unknown command "${name}"${didYouMean(name, names)}\n`)
    terminal.error(helpText(commands))
    return wrongCall
  }
  try {
    const parsed = parseArguments(command, args)
    if (!parsed.has('help')) return await command.run(parsed, terminal)
    process.stdout.write(commandHelp(command) + '\n')
    return 0
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.error(`${terminal.red('etalage:')} ${error.message}\n${usage(command)}`)
      return wrongCall
    }
    if (!(error instanceof EtalageError)) throw error
    const { problem, problems } = error
    showProblems(problems, terminal)
    if (terminal.json) terminal.result({ error: problem, problems }, () => '')
    return wrongInput
  }
}
