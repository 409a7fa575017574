// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { describeProblem } from '../describeProblem.js'
import { didYouMean } from '../didYouMean.js'
import { EtalageError } from '../EtalageError.js'
import { buildCommand } from './buildCommand.js'
import { evaluateCommand } from './evaluateCommand.js'
import { commandHelp, helpText, usage } from './helpText.js'
import { inspectCommand } from './inspectCommand.js'
import { parseArguments } from './parseArguments.js'
import { Terminal } from './Terminal.js'
import { UsageError } from './UsageError.js'

const commands = [buildCommand, evaluateCommand, inspectCommand]
const wrongInput = 1
const wrongCall = 2

/** Runs the command line; returns its exit code. */
export async function main([name, ...args]: readonly string[]): Promise<number> {
  const terminal = new Terminal(args.includes('--json'))
  if (name === '--help' || name === '-h') {
    process.stdout.write(helpText(commands) + '\n')
    return 0
  }
  const command = commands.find((known) => known.name === name)
  if (!command) {
    const names = commands.map((known) => known.name)
    if (name) terminal.error(`unknown command "${name}"${didYouMean(name, names)}\n`)
    terminal.error(helpText(commands))
    return wrongCall
  }
  try {
    const parsed = parseArguments(command, args)
    if (parsed.has('help')) process.stdout.write(commandHelp(command) + '\n')
    else await command.run(parsed, terminal)
    return 0
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.error(`${terminal.red('etalage:')} ${error.message}\n${usage(command)}`)
      return wrongCall
    }
    if (!(error instanceof EtalageError)) throw error
    for (const problem of error.problems) {
      terminal.error(`${terminal.red('etalage:')} ${describeProblem(problem)}`)
    }
    const { problem, problems } = error
    if (terminal.json) terminal.result({ error: problem, problems }, () => '')
    return wrongInput
  }
}
