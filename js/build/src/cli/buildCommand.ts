// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { resolve } from 'node:path'
import { loadConfig } from '../config/loadConfig.js'
import { buildPack } from '../pack/buildPack.js'
import { checkWritable, writePack } from '../pack/writePack.js'
import { EtalageError } from '../EtalageError.js'
import { compileRules } from '../rules/compileRules.js'
import { showPath } from '../showPath.js'
import type { Command } from './Command.js'
import { describeBuild } from './describeBuild.js'
import { showProblems } from './showProblems.js'

export const buildCommand: Command = {
  name: 'build',
  summary: 'make the pack, and print how good it is',
  positionals: [],
  options: {
    config: { value: 'FILE', help: 'the configuration; default etalage.config.js' },
    out: { value: 'FILE', help: 'where the pack goes; default shop.pack' },
  },
  async run(args, terminal) {
    const out = resolve(args.text('out', 'shop.pack'))
    const path = resolve(args.text('config', 'etalage.config.js'))
    const settings = await loadConfig(path)
    const { rules, manifest, problems, ruleSet } = await compileRules(settings, path)
    const error = problems.find(({ warning }) => !warning)
    if (error) throw new EtalageError(error, ...problems.filter((other) => other !== error))
    showProblems(problems, terminal)
    checkWritable(out)
    const { pack, report } = await buildPack({ ...settings, rules: ruleSet }, terminal.progress)
    await writePack(out, pack)
    const complete = { pack: showPath(out), ...report, rules: rules.length, manifest, problems }
    terminal.result(complete, () => describeBuild(complete, terminal))
    return 0
  },
}
