// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { UsageError } from './UsageError.js'

const largest = 0xffffffff

/** What stood behind a command. */
export class Arguments {
  constructor(
    private readonly _options: ReadonlyMap<string, string>,
    readonly positionals: readonly string[],
  ) {}

  has(option: string): boolean {
    return this._options.has(option)
  }

  text(option: string, otherwise = ''): string {
    return this._options.get(option) ?? otherwise
  }

  integer(option: string, otherwise: number, least: number): number {
    const text = this._options.get(option)
    if (text === undefined) return otherwise
    const value = /^\d{1,10}$/.test(text) ? Number(text) : NaN
    if (value >= least && value <= largest) return value
    throw new UsageError(
      `--${option} is "${text}"; expected a whole number from ${least} to ${largest}`,
    )
  }
}
