// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Diagnostic } from '../builder/Compilation.js'
import type { Settings } from '../config/Settings.js'
import type { Problem } from '../Problem.js'
import { findExpression } from './findExpression.js'

/** A diagnostic of the compiler as a problem of the configuration file, whose text is given. */
export function describeDiagnostic(
  found: Diagnostic,
  { file, rules }: Pick<Settings, 'file' | 'rules'>,
  text: string,
): Problem {
  const { code, what, expected, hint, line, column, length, source } = found
  const rule = rules.rules.find(({ kind, name }) => kind === found.kind && name === found.rule)
  const expression = rule?.cases[found.case ?? 0]?.expression
  return {
    code,
    what,
    expected: expected || undefined,
    hint: hint || undefined,
    file,
    line:
      found.subject || expression === undefined
        ? undefined
        : findExpression(text, expression, line),
    rule: nameOf(found),
    at: length > 0 ? { line, column, length, source } : undefined,
    warning: found.warning || undefined,
  }
}

function nameOf({ subject, kind, rule, case: which }: Diagnostic): string | undefined {
  if (subject || !rule) return subject || undefined
  const [slot, boost] = rule.split(' ')
  if (kind === 'filter') {
    return boost ? `boost ${boost} of slot ${slot}` : `the filter of slot ${slot}`
  }
  const words: Partial<Record<string, string>> = {
    observed: 'observed fact',
    inferred: 'inferred fact',
  }
  return `${words[kind] ?? kind} ${rule}${which === null ? '' : `, case ${which + 1}`}`
}
