// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { resolve } from 'node:path'
import { loadConfig } from '../config/loadConfig.js'
import { planMeasures } from '../measures/planMeasures.js'
import { compileRules } from '../rules/compileRules.js'
import type { Command } from './Command.js'
import { countRules } from './countRules.js'
import { describeManifest } from './describeManifest.js'
import { describeMeasures } from './describeMeasures.js'
import { showProblems } from './showProblems.js'

export const lintCommand: Command = {
  name: 'lint',
  summary: 'check the rules, and show what is collected for them and what measures can tell',
  positionals: [],
  options: {
    config: { value: 'FILE', help: 'the configuration; default etalage.config.js' },
  },
  async run(args, terminal) {
    const path = resolve(args.text('config', 'etalage.config.js'))
    const settings = await loadConfig(path)
    const compiled = await compileRules(settings, path)
    const { ok, manifest, rules } = compiled
    const { file, visitors } = settings
    const traffic = visitors === undefined ? undefined : { visitors, from: 'traffic' as const }
    const { plan, problems: doubts } = await planMeasures(settings.rules, file, traffic)
    const problems = [...compiled.problems, ...doubts]
    showProblems(problems, terminal)
    terminal.result({ ok, problems, manifest, rules, measuring: plan }, () =>
      ok
        ? [
            countRules(rules),
            describeManifest(manifest, terminal),
            ...describeMeasures(plan, terminal),
          ].join('\n\n')
        : 'What is collected is known when the rules are right.',
    )
    return ok ? 0 : 1
  },
}
