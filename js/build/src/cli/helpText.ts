// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { commonOptions, type Command } from './Command.js'
import { formatTable } from './formatTable.js'

export function helpText(commands: readonly Command[]): string {
  return [
    'etalage makes packs: the static file from which a shop window arranges itself for each shopper.',
    '',
    formatTable(commands.map(({ name, summary }) => [`  etalage ${name}`, summary])),
    '',
    'etalage COMMAND --help tells more.',
  ].join('\n')
}

export function commandHelp(command: Command): string {
  const options = Object.entries({ ...command.options, ...commonOptions })
  return [
    usage(command),
    '',
    `${command.summary[0].toUpperCase()}${command.summary.slice(1)}.`,
    '',
    formatTable(
      options.map(([name, { value, help }]) => [`  --${name}${value ? ` ${value}` : ''}`, help]),
    ),
    '',
    'Exits 0 on success, 1 where an input is wrong, 2 where it was called wrongly.',
  ].join('\n')
}

export function usage({ name, options, positionals }: Command): string {
  const words = Object.entries(options).map(([option, { value, required }]) => {
    const text = `--${option}${value ? ` ${value}` : ''}`
    return required ? text : `[${text}]`
  })
  return ['etalage', name, ...positionals, ...words].join(' ')
}
