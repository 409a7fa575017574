// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Arguments } from './Arguments.js'
import type { Terminal } from './Terminal.js'

export interface Command {
  name: string
  /** One line, for the list of commands. */
  summary: string
  /** What must stand on the line beside the options, as `PACK`. */
  positionals: readonly string[]
  options: Readonly<Record<string, Option>>
  /** Its result is one JSON object a line, with and without --json. */
  printsLines?: true
  /** Gives the exit code. */
  run(args: Arguments, terminal: Terminal): Promise<number>
}

export interface Option {
  help: string
  /** What follows it, as `FILE`; an option without is a switch. */
  value?: string
  required?: boolean
}

/** What every command understands. */
export const commonOptions: Readonly<Record<string, Option>> = {
  json: { help: 'print one JSON object' },
  help: { help: 'show this' },
}
