// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { parseArgs } from 'node:util'
import { didYouMean } from '../didYouMean.js'
import { Arguments } from './Arguments.js'
import { commonOptions, type Command, type Option } from './Command.js'
import { UsageError } from './UsageError.js'

/** Takes a command's own arguments apart; throws a UsageError where they are not what it takes. */
export function parseArguments(command: Command, args: readonly string[]): Arguments {
  const known = { ...command.options, ...commonOptions }
  const { tokens } = parseArgs({
    args: args.map((arg) => (arg === '-h' ? '--help' : arg)),
    options: Object.fromEntries(
      Object.entries(known).map(([name, option]) => [name, typeOf(option)]),
    ),
    strict: false, // its own errors would not say what was meant
    allowPositionals: true,
    tokens: true,
  })
  const given = new Map<string, string>()
  const positionals: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind !== 'option') continue
    checkOption(known, token)
    if (given.has(token.name)) throw new UsageError(`--${token.name} stands there twice`)
    given.set(token.name, token.value ?? '')
  }
  if (!given.has('help')) checkComplete(command, given, positionals)
  return new Arguments(given, positionals)
}

function typeOf({ value }: Option): { type: 'string' | 'boolean' } {
  return { type: value ? 'string' : 'boolean' }
}

function checkOption(
  known: Readonly<Record<string, Option>>,
  { name, rawName, value }: { name: string; rawName: string; value?: string },
): void {
  if (!Object.hasOwn(known, name)) {
    const names = Object.keys(known).map((option) => `--${option}`)
    throw new UsageError(`unknown option ${rawName}${didYouMean(rawName, names)}`)
  }
  const expected = known[name].value
  if (expected && !value) throw new UsageError(`--${name} needs a value: --${name} ${expected}`)
  if (!expected && value !== undefined) throw new UsageError(`--${name} takes no value`)
}

function checkComplete(
  { options, positionals: expected }: Command,
  given: ReadonlyMap<string, string>,
  positionals: readonly string[],
): void {
  for (const [name, { required, value }] of Object.entries(options)) {
    if (required && !given.has(name)) throw new UsageError(`--${name} ${value} is missing`)
  }
  const missing = expected.at(positionals.length)
  if (missing) throw new UsageError(`${missing} is missing`)
  const excess = positionals.at(expected.length)
  if (excess !== undefined) throw new UsageError(`unexpected argument "${excess}"`)
}
