// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { resolve } from 'node:path'
import { loadConfig } from '../config/loadConfig.js'
import { compileRules } from '../rules/compileRules.js'
import type { Command } from './Command.js'
import { countRules } from './countRules.js'
import { describeManifest } from './describeManifest.js'
import { showProblems } from './showProblems.js'

export const lintCommand: Command = {
  name: 'lint',
  summary: 'check the rules, and show what is collected for them',
  positionals: [],
  options: {
    config: { value: 'FILE', help: 'the configuration; default etalage.config.js' },
  },
  async run(args, terminal) {
    const path = resolve(args.text('config', 'etalage.config.js'))
    const { ok, problems, manifest, rules } = await compileRules(await loadConfig(path), path)
    showProblems(problems, terminal)
    terminal.result({ ok, problems, manifest, rules }, () =>
      ok
        ? `${countRules(rules)}\n\n${describeManifest(manifest, terminal)}`
        : 'What is collected is known when the rules are right.',
    )
    return ok ? 0 : 1
  },
}
