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

export interface ExperimentRead {
  /** Where it stands: `campaigns.spring-2026`. */
  key: string
  experiment: Experiment
  label: { en: string; nl: string }
}

export function readExperiment(
  reader: ConfigReader,
  name: string,
  value: unknown,
  slots: readonly string[],
): ExperimentRead {
  const key = `experiments.${name}`
  checkName(reader, name, 'an experiment')
  const config = reader.object(value, key, ['slot', 'holdout', 'label'])
  const slot = config.slot === undefined ? '' : readSlot(reader, config.slot, `${key}.slot`, slots)
  const holdout = readHoldout(reader, config.holdout, `${key}.holdout`)
  return {
    key,
    experiment: { name, slot, holdout, from: 0, to: 0, compare: '' },
    label: readTexts(reader, config.label, `${key}.label`),
  }
}

export function readCampaign(
  reader: ConfigReader,
  name: string,
  value: unknown,
  slots: readonly string[],
): ExperimentRead {
  const key = `campaigns.${name}`
  checkName(reader, name, 'a campaign')
  const known = ['slot', 'from', 'to', 'compare', 'holdout', 'label']
  const config = reader.object(value, key, known)
  const from = readDay(reader, config.from, `${key}.from`)
  const last = readDay(reader, config.to, `${key}.to`)
  if (last < from) {
    throw reader.wrong(`${key}.to`, config.to, `a day not before from, ${String(config.from)}`)
  }
  const compare =
    config.compare === undefined ? '' : readCompare(reader, config.compare, `${key}.compare`, name)
  return {
    key,
    experiment: {
      name,
      slot: readSlot(reader, config.slot, `${key}.slot`, slots),
      holdout: readHoldout(reader, config.holdout, `${key}.holdout`),
      from,
      to: last + dayLength,
      compare,
    },
    label: readTexts(reader, config.label, `${key}.label`),
  }
}

/** Of 10,000 shoppers. */
function readHoldout(reader: ConfigReader, value: unknown, key: string): number {
  return Math.round(reader.range(value ?? 0.1, key, 0, mostHoldout) * unit)
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
