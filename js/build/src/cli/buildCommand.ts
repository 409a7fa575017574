// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { resolve } from 'node:path'
import { loadConfig } from '../config/loadConfig.js'
import { planMeasures, type Traffic } from '../measures/planMeasures.js'
import type { RuleSet } from '../config/RuleSet.js'
import type { Settings } from '../config/Settings.js'
import { buildPack, type PackMade } from '../pack/buildPack.js'
import {
  checkWritable,
  packFile,
  reportFile,
  segmentsFile,
  writeWhole,
} from '../pack/writeWhole.js'
import { qualityPage } from '../quality/report/qualityPage.js'
import { EtalageError } from '../EtalageError.js'
import { compileRules } from '../rules/compileRules.js'
import { showPath } from '../showPath.js'
import { besidePack } from './besidePack.js'
import type { Command } from './Command.js'
import { describeBuild } from './describeBuild.js'
import { readLanguage } from './readLanguage.js'
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
    segments: {
      value: 'FILE',
      help: 'where the sizes of segments in the history go, for the shop itself; default shop.segments.json, beside the pack',
    },
    'no-segments': { help: 'write no sizes of segments' },
    lang: { value: 'LANG', help: 'the language of the report: en (default) or nl' },
  },
  async run(args, terminal) {
    const out = resolve(args.text('out', 'shop.pack'))
    const page = besidePack(args, 'report', out, 'quality.html')
    const sizes = besidePack(args, 'segments', out, 'segments.json')
    const language = readLanguage(args)
    const path = resolve(args.text('config', 'etalage.config.js'))
    const settings = await loadConfig(path)
    const { rules, manifest, problems, ruleSet } = await compileRules(settings, path)
    const error = problems.find(({ warning }) => !warning)
    if (error) throw new EtalageError(error, ...problems.filter((other) => other !== error))
    showProblems(problems, terminal)
    checkWritable(out, packFile)
    if (page) checkWritable(page, reportFile)
    if (sizes) checkWritable(sizes, segmentsFile)
    const made = await buildPack(
      { ...settings, rules: ruleSet },
      sizes !== undefined && hasGroups(ruleSet),
      terminal.progress,
    )
    const { plan, problems: doubts } = await planMeasures(
      ruleSet,
      settings.file,
      trafficOf(settings, made),
    )
    showProblems(doubts, terminal)
    await writeWhole(out, made.pack, packFile)
    const { shopHistory } = made
    if (sizes && shopHistory) {
      await writeWhole(sizes, JSON.stringify(shopHistory, null, 2) + '\n', segmentsFile)
    }
    const complete = {
      pack: showPath(out),
      report: page && showPath(page),
      segments: sizes && shopHistory && showPath(sizes),
      ...made.report,
      rules: rules.length,
      manifest,
      measuring: plan,
      problems: [...problems, ...doubts],
    }
    if (page) await writeWhole(page, await qualityPage(complete, language), reportFile)
    terminal.result(complete, () => describeBuild(complete, terminal))
    return 0
  },
}

function hasGroups({ rules }: RuleSet): boolean {
  return rules.some(({ kind }) => kind === 'segment' || kind === 'decision')
}

function trafficOf({ visitors }: Settings, { sessionsAWeek }: PackMade): Traffic | undefined {
  if (visitors !== undefined) return { visitors, from: 'traffic' }
  return sessionsAWeek === undefined ? undefined : { visitors: sessionsAWeek, from: 'history' }
}
