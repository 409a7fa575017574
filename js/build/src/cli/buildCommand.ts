// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { resolve } from 'node:path'
import { loadConfig } from '../config/loadConfig.js'
import { buildPack } from '../pack/buildPack.js'
import { checkWritable, packFile, reportFile, writeWhole } from '../pack/writeWhole.js'
import { qualityPage } from '../quality/report/qualityPage.js'
import { EtalageError } from '../EtalageError.js'
import { compileRules } from '../rules/compileRules.js'
import { showPath } from '../showPath.js'
import type { Command } from './Command.js'
import { describeBuild } from './describeBuild.js'
import { readLanguage } from './readLanguage.js'
import { reportPath } from './reportPath.js'
import { showProblems } from './showProblems.js'

export const buildCommand: Command = {
  name: 'build',
  summary: 'make the pack, and report how good it is',
  positionals: [],
  options: {
    config: { value: 'FILE', help: 'the configuration; default etalage.config.js' },
    out: { value: 'FILE', help: 'where the pack goes; default shop.pack' },
    report: {
      value: 'FILE',
      help: 'where the quality report goes, a page for the shop itself; default shop.quality.html, beside the pack',
    },
    'no-report': { help: 'write no quality report' },
    lang: { value: 'LANG', help: 'the language of the report: en (default) or nl' },
  },
  async run(args, terminal) {
    const out = resolve(args.text('out', 'shop.pack'))
    const page = reportPath(args, out)
    const language = readLanguage(args)
    const path = resolve(args.text('config', 'etalage.config.js'))
    const settings = await loadConfig(path)
    const { rules, manifest, problems, ruleSet } = await compileRules(settings, path)
    const error = problems.find(({ warning }) => !warning)
    if (error) throw new EtalageError(error, ...problems.filter((other) => other !== error))
    showProblems(problems, terminal)
    checkWritable(out, packFile)
    if (page) checkWritable(page, reportFile)
    const made = await buildPack({ ...settings, rules: ruleSet }, terminal.progress)
    await writeWhole(out, made.pack, packFile)
    const complete = {
      pack: showPath(out),
      report: page && showPath(page),
      ...made.report,
      rules: rules.length,
      manifest,
      problems,
    }
    if (page) await writeWhole(page, await qualityPage(complete, language), reportFile)
    terminal.result(complete, () => describeBuild(complete, terminal))
    return 0
  },
}
