// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { didYouMean } from '../didYouMean.js'
import { quoteList } from '../quoteList.js'
import type { Answer } from './Answer.js'
import { outOfStockEvent, searchedField, searchEvents } from './behaviourAnswers.js'
import { checkName } from './checkName.js'
import type { ConfigReader } from './ConfigReader.js'
import { readAnswers, readDivision, type Subjects } from './readAnswers.js'
import { readEpsilon } from './readEpsilon.js'
import { readEvery } from './readEvery.js'
import { readCampaign, readExperiment, type ExperimentRead } from './readExperiments.js'
import { readTexts } from './readTexts.js'
import type { Experiment, Field, Measure, Rule, RuleSet, Text } from './RuleSet.js'
import { armWords } from './words.js'

const keys = ['of', 'by', 'every', 'at', 'epsilon', 'buckets', 'categories', 'label'] as const
const mostBuckets = 256
const experimentPrefix = 'experiment.'

/** What measures bring to the rules of a configuration. */
export interface MeasuresRead extends Pick<RuleSet, 'measures' | 'experiments' | 'budget'> {
  rules: Rule[]
  texts: Text[]
  /** That measures ask about, and no other shop has. */
  events: { name: string; fields: Field[] }[]
}

/** Measures, experiments and campaigns; what is wrong is kept by the reader. */
export function readMeasures(
  reader: ConfigReader,
  config: Record<string, unknown>,
  privacy: Record<string, unknown>,
  subjects: Subjects,
): MeasuresRead {
  const entries = <T>(group: string, read: (name: string, value: unknown) => T): T[] =>
    reader.attempt(() => reader.entries(config[group], group, read)) ?? []
  const experiments = [
    ...entries('experiments', (name, value) => readExperiment(reader, name, value, subjects.slots)),
    ...entries('campaigns', (name, value) => readCampaign(reader, name, value, subjects.slots)),
  ]
  checkTaken(reader, config)
  const budget = reader.attempt(() => readBudget(reader, privacy.budget ?? {}))
  const read = [
    ...entries('measures', (name, value) =>
      readMeasure(reader, `measures.${name}`, name, value, experiments, subjects),
    ),
    ...experiments.flatMap((experiment) => {
      const measure = reader.attempt(() => measureOf(reader, experiment, subjects))
      return measure ? [measure] : []
    }),
  ]
  if (budget) {
    for (const one of read) reader.attempt(() => checkCost(reader, one, budget))
  }
  return {
    measures: read.map(({ measure }) => measure),
    rules: read.flatMap(({ rules }) => rules),
    texts: [
      ...read.flatMap(({ texts }) => texts),
      ...experiments.map(({ experiment, label }) => ({
        key: `experiment ${experiment.name}`,
        ...label,
      })),
    ],
    experiments: experiments.map(({ experiment }) => experiment),
    events: eventsOf(read.map(({ measure }) => measure)),
    budget: budget ?? { week: 0, lifetime: 0 },
  }
}

interface MeasureRead {
  key: string
  measure: Measure
  rules: Rule[]
  texts: Text[]
}

function readMeasure(
  reader: ConfigReader,
  key: string,
  name: string,
  value: unknown,
  experiments: readonly ExperimentRead[],
  subjects: Subjects,
): MeasureRead {
  checkName(reader, name, 'a measure')
  const config = reader.object(value, key, keys)
  const days = readEvery(reader, config.every ?? '7d', `${key}.every`)
  const rows = readAnswers(reader, config, key, days, subjects)
  const of = config.of as string
  const by = config.by === undefined ? '' : reader.text(config.by, `${key}.by`)
  const personalise = of === 'personalise'
  const experiment = readByExperiment(reader, by, `${key}.by`, experiments)
  if (personalise && by && !experiment) {
    throw reader.wrong(
      `${key}.by`,
      by,
      'no such key, or an experiment: of who says no nothing is known',
    )
  }
  const columns = experiment
    ? Object.entries(armWords).map(([arm, words]) => ({ value: arm, expression: '', ...words }))
    : by
      ? readDivision(reader, by, `${key}.by`, subjects)
      : []
  checkBuckets(reader, key, config, rows.length, columns.length || 1)
  const label = readTexts(reader, config.label, `${key}.label`)
  return {
    key,
    measure: {
      name,
      of,
      by,
      personalise,
      byRule: columns.length > 0 && !experiment,
      byExperiment: experiment?.name ?? '',
      ...readEpsilon(reader, config.epsilon ?? 'ln 3', `${key}.epsilon`),
      days,
      at: reader.oneOf(config.at ?? 'visit', `${key}.at`, ['visit', 'epoch']),
      from: experiment?.from ?? 0,
      to: experiment?.to ?? 0,
    },
    rules: [
      ...(personalise ? [] : [measureRule(name, label, rows)]),
      ...(columns.length > 0 && !experiment ? [measureRule(`${name} by`, label, columns)] : []),
    ],
    texts: [
      { key: `measure ${name}`, ...label },
      ...textsOf(`answer ${name}=`, rows),
      ...textsOf(`answer ${name} by=`, columns),
    ],
  }
}

/** The measure that an experiment or a campaign brings: what became of whom it was shown to, and of the others. */
function measureOf(reader: ConfigReader, read: ExperimentRead, subjects: Subjects): MeasureRead {
  const { name, slot } = read.experiment
  const described = {
    of: slot ? `slot.${slot}` : 'funnel',
    by: experimentPrefix + name,
    label: Object.fromEntries(Object.entries(read.label).filter(([, text]) => text)),
  }
  return readMeasure(reader, read.key, name, described, [read], subjects)
}

function readByExperiment(
  reader: ConfigReader,
  by: string,
  key: string,
  experiments: readonly ExperimentRead[],
): Experiment | undefined {
  if (!by.startsWith(experimentPrefix)) return undefined
  const name = by.slice(experimentPrefix.length)
  const known = experiments.map(({ experiment }) => experiment)
  const found = known.find((experiment) => experiment.name === name)
  if (found) return found
  const names = known.map((experiment) => experiment.name)
  throw reader.wrong(
    key,
    by,
    names.length
      ? `experiment. and one of ${names.join(', ')}`
      : 'the name of an experiment or campaign: there is none',
    didYouMean(name, names),
  )
}

function checkBuckets(
  reader: ConfigReader,
  key: string,
  config: Record<string, unknown>,
  rows: number,
  columns: number,
): void {
  const buckets = rows * columns
  if (rows >= 2 && buckets <= mostBuckets) return
  const size = columns > 1 ? `, of ${rows} answers times ${columns}` : ''
  throw reader.wrong(
    columns > 1 ? `${key}.by` : `${key}.of`,
    columns > 1 ? config.by : config.of,
    `a measure of 2 to ${mostBuckets} answers; this has ${buckets}${size}`,
  )
}

/** What costs more than a week's budget would never be asked. */
function checkCost(
  reader: ConfigReader,
  { key, measure: { a, b } }: MeasureRead,
  { week }: RuleSet['budget'],
): void {
  const cost = Math.log(a / b)
  if (cost <= week) return
  throw reader.wrong(
    `${key}.epsilon`,
    `ln ${a}${b === 1 ? '' : `/${b}`}`,
    `at most privacy.budget.week, ${week}: it costs ${cost.toFixed(2)}`,
  )
}

/** Each experiment and campaign has a measure of its name: the three share their names. */
function checkTaken(reader: ConfigReader, config: Record<string, unknown>): void {
  const groups = ['measures', 'experiments', 'campaigns']
  const taken = new Map<string, string>()
  for (const group of groups) {
    const named = config[group]
    if (typeof named !== 'object' || named === null) continue
    for (const name of Object.keys(named)) {
      const first = taken.get(name)
      if (first === undefined) taken.set(name, group)
      else
        reader.attempt(() => {
          throw reader.wrong(
            `the name of ${group}.${name}`,
            name,
            `another: ${first}.${name} has it, and ${quoteList(groups)} share their names`,
          )
        })
    }
  }
}

function measureRule(name: string, label: Rule['label'], answers: readonly Answer[]): Rule {
  return {
    kind: 'measure',
    name,
    label,
    purpose: 'measure',
    isValue: false,
    cap: { count: 0, window: 0 },
    cases: answers.map(({ value, expression }) => ({ value, expression, confidence: 1 })),
  }
}

function textsOf(prefix: string, answers: readonly Answer[]): Text[] {
  return answers.map(({ value, en, nl }) => ({ key: prefix + value, en, nl }))
}

function eventsOf(measures: readonly Measure[]): MeasuresRead['events'] {
  const asked = new Set(measures.map(({ of }) => of))
  return [
    ...(asked.has('out-of-stock') ? [{ name: outOfStockEvent, fields: [] }] : []),
    ...(asked.has('zero-results')
      ? searchEvents.map((name) => ({
          name,
          fields: [{ name: searchedField, type: 'text' as const }],
        }))
      : []),
  ]
}

function readBudget(reader: ConfigReader, value: unknown): RuleSet['budget'] {
  const key = 'privacy.budget'
  const { week = 3.3, lifetime = 86 } = reader.object(value, key, ['week', 'lifetime'])
  const read = {
    week: reader.number(week, `${key}.week`),
    lifetime: reader.number(lifetime, `${key}.lifetime`),
  }
  if (!(read.week > 0 && read.week <= 1000)) {
    throw reader.wrong(`${key}.week`, week, 'an ε above 0, 1000 at most')
  }
  if (!(read.lifetime >= read.week && read.lifetime <= 1e6)) {
    throw reader.wrong(
      `${key}.lifetime`,
      lifetime,
      `an ε from ${read.week}, that of a week, to 1000000`,
    )
  }
  return read
}
