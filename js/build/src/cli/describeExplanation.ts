// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Explanation } from '../shopper/ShopperInput.js'
import { formatTable } from './formatTable.js'
import type { Question } from './readQuestion.js'
import type { Terminal } from './Terminal.js'

/** Why a rule came to its value: in a sentence, and the value of each part of it. */
export function describeExplanation(
  { kind, name, value, text, trace }: Question & Explanation,
  terminal: Terminal,
): string {
  const parts = trace.map((step) => [`  ${show(step.value)}`, step.expression.replace(/\s+/g, ' ')])
  return [
    '',
    `${terminal.bold(`${kind} ${name}`)}: ${show(value)}`,
    ...(text ? [text] : []),
    formatTable(parts),
  ].join('\n')
}

function show(value: Explanation['value']): string {
  return value === null ? 'unknown' : typeof value === 'string' ? `"${value}"` : String(value)
}
