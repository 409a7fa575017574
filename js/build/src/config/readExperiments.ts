// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { didYouMean } from '../didYouMean.js'
import { quoteList } from '../quoteList.js'
import { checkName } from './checkName.js'
import type { ConfigReader } from './ConfigReader.js'
import { readTexts } from './readTexts.js'
import type { Experiment } from './RuleSet.js'

const dayLength = 86_400_000
const unit = 10_000
const mostHoldout = 0.5

/** An experiment, with what people call it. */
export interface LabelledExperiment extends Experiment {
  label: { en: string; nl: string }
}

export function readExperiment(
  reader: ConfigReader,
  name: string,
  value: unknown,
  slots: readonly string[],
): LabelledExperiment {
  const key = `experiments.${name}`
  checkName(reader, name, 'an experiment')
  const config = reader.object(value, key, ['slot', 'holdout', 'label'])
  return {
    name,
    slot: config.slot === undefined ? '' : readSlot(reader, config.slot, `${key}.slot`, slots),
    ...readCommon(reader, config, key),
    from: 0,
    to: 0,
    compare: '',
  }
}

export function readCampaign(
  reader: ConfigReader,
  name: string,
  value: unknown,
  slots: readonly string[],
): LabelledExperiment {
  const key = `campaigns.${name}`
  checkName(reader, name, 'a campaign')
  const known = ['slot', 'from', 'to', 'compare', 'holdout', 'label']
  const config = reader.object(value, key, known)
  const from = readDay(reader, config.from, `${key}.from`)
  const last = readDay(reader, config.to, `${key}.to`)
  if (last < from) {
    throw reader.wrong(`${key}.to`, config.to, `a day not before from, ${String(config.from)}`)
  }
  return {
    name,
    slot: readSlot(reader, config.slot, `${key}.slot`, slots),
    ...readCommon(reader, config, key),
    from,
    to: last + dayLength,
    compare:
      config.compare === undefined
        ? ''
        : readCompare(reader, config.compare, `${key}.compare`, name),
  }
}

function readCommon(
  reader: ConfigReader,
  config: Record<string, unknown>,
  key: string,
): Pick<LabelledExperiment, 'holdout' | 'label'> {
  const holdout = reader.range(config.holdout ?? 0.1, `${key}.holdout`, 0, mostHoldout)
  return {
    holdout: Math.round(holdout * unit),
    label: readTexts(reader, config.label, `${key}.label`),
  }
}

function readSlot(
  reader: ConfigReader,
  value: unknown,
  key: string,
  slots: readonly string[],
): string {
  const slot = reader.text(value, key)
  if (slots.includes(slot)) return slot
  const expected = slots.length ? `one of ${quoteList(slots)}` : 'the name of a slot: there is none'
  throw reader.wrong(key, value, expected, didYouMean(slot, slots))
}

/** Midnight in UTC, in milliseconds. */
function readDay(reader: ConfigReader, value: unknown, key: string): number {
  const expected = 'a day, as "2026-03-01"'
  const [day] = reader.matching(value, key, /^\d{4}-\d\d-\d\d$/, expected)
  const time = Date.parse(`${day}T00:00:00Z`)
  // Some days parse that no calendar has: 2026-02-30.
  if (!(time > 0) || new Date(time).toISOString().slice(0, 10) !== day) {
    throw reader.wrong(key, value, expected)
  }
  return time
}

function readCompare(reader: ConfigReader, value: unknown, key: string, own: string): string {
  const name = reader.text(value, key)
  checkName(reader, name, 'a campaign')
  if (name === own) throw reader.wrong(key, value, 'an earlier campaign')
  return name
}
