// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { options } from './options.js'

export function usage(): string {
  const words = Object.entries(options)
    .filter(([name]) => name !== 'help')
    .map(([name, { value, required }]) => {
      const text = `--${name}${value ? ` ${value}` : ''}`
      return required ? text : `[${text}]`
    })
  return ['etalage-collector', ...words].join(' ')
}

export function helpText(): string {
  const lines = Object.entries(options).map(
    ([name, { value, help }]) => [`  --${name}${value ? ` ${value}` : ''}`, help] as const,
  )
  const width = Math.max(...lines.map(([left]) => left.length))
  return [
    usage(),
    '',
    "Adds up the reports of a shop's measures, and shows the shop what they say.",
    '',
    ...lines.map(([left, help]) => `${left.padEnd(width)}  ${help}`),
    '',
    'To everybody: POST /reports and GET /healthz. To the shop: the dashboard at /, GET /measures,',
    'GET /estimates?measure=NAME (also .csv and .json); this machine alone sees them, or who has the token.',
    '',
    'Exits 0 when it is told to end, 1 where an input is wrong, 2 where it was called wrongly.',
  ].join('\n')
}
