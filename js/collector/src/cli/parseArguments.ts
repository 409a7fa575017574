// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { parseArgs } from 'node:util'
import { options } from './options.js'
import { UsageError } from './UsageError.js'

/** The options that were given, by name; a switch has no text. */
export function parseArguments(args: readonly string[]): Map<string, string> {
  const { tokens } = parseArgs({
    args: args.map((arg) => (arg === '-h' ? '--help' : arg)),
    options: Object.fromEntries(
      Object.entries(options).map(([name, { value }]) => [
        name,
        { type: value ? ('string' as const) : ('boolean' as const) },
      ]),
    ),
    strict: false, // its own errors would not say what was meant
    allowPositionals: true,
    tokens: true,
  })
  const given = new Map<string, string>()
  for (const token of tokens) {
    if (token.kind === 'positional') throw new UsageError(`unexpected argument "${token.value}"`)
    if (token.kind !== 'option') continue
    const { name, rawName, value } = token
    if (!Object.hasOwn(options, name)) throw new UsageError(`unknown option ${rawName}`)
    const expected = options[name].value
    if (expected && !value) throw new UsageError(`--${name} needs a value: --${name} ${expected}`)
    if (!expected && value !== undefined) throw new UsageError(`--${name} takes no value`)
    if (given.has(name)) throw new UsageError(`--${name} stands there twice`)
    given.set(name, value ?? '')
  }
  return given
}
