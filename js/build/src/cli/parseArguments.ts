// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { parseArgs } from 'node:util'
import { didYouMean } from '../didYouMean.js'
import { commonOptions, type Command } from './Command.js'
import { UsageError } from './UsageError.js'

const largest = 0xffffffff

export class Arguments {
  constructor(
    private readonly _values: ReadonlyMap<string, string>,
    readonly positionals: readonly string[],
  ) {}

  has(option: string): boolean {
    return this._values.has(option)
  }

  text(option: string, otherwise = ''): string {
    return this._values.get(option) ?? otherwise
  }

  integer(option: string, otherwise: number, least: number): number {
    const text = this._values.get(option)
    if (text === undefined) return otherwise
    const value = /^\d{1,10}$/.test(text) ? Number(text) : NaN
    if (value >= least && value <= largest) return value
    throw new UsageError(
      `--${option} is "${text}"; expected a whole number from ${least} to ${largest}`,
    )
  }
}

/** Takes a command's own arguments apart; throws a UsageError where they are not what it takes. */
export function parseArguments(command: Command, args: readonly string[]): Arguments {
  const options = { ...command.options, ...commonOptions }
  const names = Object.keys(options)
  const { tokens } = parseArgs({
    args: args.map((arg) => (arg === '-h' ? '--help' : arg)),
    options: Object.fromEntries(
      names.map((name) => [
        name,
        { type: options[name].value ? ('string' as const) : ('boolean' as const) },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const values = new Map<string, string>()
  const positionals: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind !== 'option') continue
    if (!names.includes(token.name)) {
      throw new UsageError(
        `unknown option ${token.rawName}${didYouMean(
          token.rawName,
          names.map((name) => `--${name}`),
        )}`,
      )
    }
    const { value } = options[token.name]
    if (value && !token.value)
      throw new UsageError(`--${token.name} needs a value: --${token.name} ${value}`)
    if (!value && token.value !== undefined) throw new UsageError(`--${token.name} takes no value`)
    if (values.has(token.name)) throw new UsageError(`--${token.name} stands there twice`)
    values.set(token.name, token.value ?? '')
  }
  if (!values.has('help')) checkComplete(command, values, positionals)
  return new Arguments(values, positionals)
}

function checkComplete(
  command: Command,
  values: ReadonlyMap<string, string>,
  positionals: readonly string[],
): void {
  const missing = Object.entries(command.options).find(
    ([name, option]) => option.required && !values.has(name),
  )
  if (missing) throw new UsageError(`--${missing[0]} ${missing[1].value} is missing`)
  const expected = command.positionals
  if (positionals.length < expected.length)
    throw new UsageError(`${expected[positionals.length]} is missing`)
  if (positionals.length > expected.length) {
    throw new UsageError(`unexpected argument "${positionals[expected.length]}"`)
  }
}
