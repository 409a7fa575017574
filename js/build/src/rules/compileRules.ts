// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import type { Compilation, Diagnostic } from '../builder/Compilation.js'
import { encodeRules } from '../builder/encodeRules.js'
import { encodeSettings } from '../builder/encodeSettings.js'
import { PackBuilder } from '../builder/PackBuilder.js'
import { findAttributes } from '../catalogue/findAttributes.js'
import type { Field, RuleSet } from '../config/RuleSet.js'
import type { Settings } from '../config/Settings.js'
import { loadBuildModule } from '../loadBuildModule.js'
import type { Problem } from '../Problem.js'
import { describeDiagnostic } from './describeDiagnostic.js'
import { slotAttributes } from './slotAttributes.js'

/** What the compiler made of a configuration's rules. */
export interface CompiledRules extends Pick<Compilation, 'ok' | 'manifest' | 'rules'> {
  /** Errors and warnings, in the order of the rules. */
  problems: Problem[]
  /** What was compiled: the configuration's, with the further columns of the catalogue that a rule names. */
  ruleSet: RuleSet
}

/** Checks the rules of a configuration; `path` is that of its file. Reads no history, and of the catalogue only columns of its own. */
export async function compileRules(settings: Settings, path: string): Promise<CompiledRules> {
  const builder = new PackBuilder(await loadBuildModule())
  const compile = (rules: RuleSet): Compilation => {
    builder.setRules(encodeRules(rules))
    return builder.compile()
  }
  const further = async ({ diagnostics }: Compilation, known: Field[]): Promise<Field[]> => {
    const names = unknownNames(diagnostics)
    for (const { name } of known) names.delete(name)
    return settings.catalogue && names.size ? findAttributes(settings.catalogue, names) : []
  }
  try {
    builder.setSettings(encodeSettings(settings))
    let ruleSet = { ...settings.rules, attributes: await slotAttributes(settings) }
    let compiled = compile(ruleSet)
    // A rule is left at the first name that is not known: there may be another behind it.
    for (;;) {
      const found = await further(compiled, ruleSet.attributes)
      if (found.length === 0) break
      ruleSet = { ...ruleSet, attributes: [...ruleSet.attributes, ...found] }
      compiled = compile(ruleSet)
    }
    const { diagnostics, ...rest } = compiled
    const text = diagnostics.length ? readFileSync(path, 'utf8').replaceAll('\r\n', '\n') : ''
    const problems = diagnostics.map((found) => describeDiagnostic(found, settings, text))
    return { ...rest, problems, ruleSet }
  } finally {
    builder.delete()
  }
}

/** What the compiler underlined as a name that it does not know. */
function unknownNames(diagnostics: readonly Diagnostic[]): Set<string> {
  const names = diagnostics
    .filter(({ code }) => code === 'rule-unknown-name')
    .map(({ source, column, length }) =>
      Array.from(source)
        .slice(column - 1, column - 1 + length)
        .join(''),
    )
  return new Set(names)
}
