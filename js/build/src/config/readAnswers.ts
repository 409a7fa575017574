// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { didYouMean } from '../didYouMean.js'
import type { Answer } from './Answer.js'
import {
  followDays,
  funnelAnswers,
  outOfStockAnswers,
  slotAnswers,
  zeroResultAnswers,
} from './behaviourAnswers.js'
import type { ConfigReader } from './ConfigReader.js'
import {
  decisionAnswers,
  followingAnswers,
  numberAnswers,
  segmentAnswers,
  statedAnswers,
} from './ruleAnswers.js'
import type { Fact, Rule } from './RuleSet.js'
import { no, yes } from './words.js'

/** What a measure may be about. */
export interface Subjects {
  facts: readonly Fact[]
  rules: readonly Rule[]
  slots: readonly string[]
  retentionDays: number
}

const kinds = ['decision', 'segment', 'metric', 'stated', 'observed', 'inferred', 'slot']
const alone = ['funnel', 'zero-results', 'out-of-stock', 'personalise']
const forms = [...kinds.map((kind) => `${kind}.…`), ...alone]
const dividing = ['decision', 'segment', 'stated', 'observed', 'inferred']

/** The answers to what stands in `<key>.of`; the other keys of `config` say what belongs to some of them. */
export function readAnswers(
  reader: ConfigReader,
  config: Record<string, unknown>,
  key: string,
  days: number,
  subjects: Subjects,
): Answer[] {
  const of = reader.text(config.of, `${key}.of`)
  const answers = answersOf(reader, config, key, days, subjects)
  const takes = { buckets: of.startsWith('metric.'), categories: gaps.includes(of) }
  for (const [extra, taken] of Object.entries(takes)) {
    if (config[extra] !== undefined && !taken) {
      throw reader.wrong(
        `${key}.${extra}`,
        config[extra],
        extra === 'buckets'
          ? 'no such key: only a metric has it'
          : `no such key: only ${gaps.join(' and ')} have it`,
      )
    }
  }
  return answers
}

const gaps = ['zero-results', 'out-of-stock']

function answersOf(
  reader: ConfigReader,
  config: Record<string, unknown>,
  key: string,
  days: number,
  subjects: Subjects,
): Answer[] {
  const of = config.of as string
  const at = `${key}.of`
  switch (of) {
    case 'funnel':
      checkWindow(reader, key, days, days, subjects)
      return funnelAnswers(days)
    case 'zero-results':
    case 'out-of-stock': {
      checkWindow(reader, key, days, days, subjects)
      const categories = readCategories(reader, config.categories, `${key}.categories`)
      return of === 'zero-results'
        ? zeroResultAnswers(categories, days)
        : outOfStockAnswers(categories, days)
    }
    case 'personalise':
      return [
        { value: 'no', expression: '', ...no },
        { value: 'yes', expression: '', ...yes },
      ]
  }
  const [kind, name] = split(of)
  if (kind === 'metric') {
    known(reader, at, of, name, namesOf(subjects.rules, 'metric'), 'metric')
    return numberAnswers(of, readBuckets(reader, config.buckets, `${key}.buckets`))
  }
  if (kind === 'slot') {
    known(reader, at, of, name, subjects.slots, 'slot')
    checkWindow(reader, key, days, days + followDays, subjects)
    return slotAnswers(name, days)
  }
  if (!dividing.includes(kind)) {
    throw reader.wrong(
      at,
      of,
      `one of ${forms.join(', ')}`,
      didYouMean(of, alone) || didYouMean(kind, kinds),
    )
  }
  return choiceAnswers(reader, of, at, subjects)
}

/** The answers that a measure's `by` divides it by. */
export function readDivision(
  reader: ConfigReader,
  by: string,
  key: string,
  subjects: Subjects,
): Answer[] {
  const [kind] = split(by)
  if (dividing.includes(kind)) return choiceAnswers(reader, by, key, subjects)
  throw reader.wrong(
    key,
    by,
    `what divides shoppers: one of ${[...dividing, 'experiment'].map((one) => `${one}.…`).join(', ')}`,
    didYouMean(kind, [...dividing, 'experiment']),
  )
}

function choiceAnswers(
  reader: ConfigReader,
  of: string,
  key: string,
  { facts, rules }: Subjects,
): Answer[] {
  const [kind, name] = split(of)
  const find = (kind: Rule['kind']) => {
    known(reader, key, of, name, namesOf(rules, kind), kind)
    return rules.find((rule) => rule.kind === kind && rule.name === name) as Rule
  }
  if (kind === 'decision') return decisionAnswers(find('decision'))
  if (kind === 'segment') return segmentAnswers(find('segment').name)
  known(
    reader,
    key,
    of,
    name,
    facts.map((fact) => fact.name),
    'fact',
  )
  const fact = facts.find((one) => one.name === name) as Fact
  const answers =
    kind === 'stated'
      ? statedAnswers(fact)
      : followingAnswers(find(kind as 'observed' | 'inferred'), fact)
  if (answers) return answers
  const what = fact.type === 'list' ? 'several at a time' : 'any number of them'
  throw reader.wrong(
    key,
    of,
    `a fact with one answer out of a list: of facts.${name} there may be ${what}`,
  )
}

function split(of: string): [kind: string, name: string] {
  const dot = of.indexOf('.')
  return dot < 0 ? [of, ''] : [of.slice(0, dot), of.slice(dot + 1)]
}

function namesOf(rules: readonly Rule[], kind: Rule['kind']): string[] {
  return rules.filter((rule) => rule.kind === kind).map(({ name }) => name)
}

function known(
  reader: ConfigReader,
  key: string,
  of: string,
  name: string,
  names: readonly string[],
  what: string,
): void {
  if (names.includes(name)) return
  const kind = split(of)[0]
  throw reader.wrong(
    key,
    of,
    names.length
      ? `${kind}. and one of ${names.slice(0, 12).join(', ')}`
      : `the name of a ${what}: there is none`,
    didYouMean(name, names),
  )
}

/** What is older than the retention is forgotten: a rule cannot look back further. */
function checkWindow(
  reader: ConfigReader,
  key: string,
  days: number,
  needed: number,
  { retentionDays }: Subjects,
): void {
  if (needed <= retentionDays) return
  throw reader.wrong(
    `${key}.every`,
    `${days}d`,
    `a time that can be looked back on: this needs ${needed} days, and privacy.retention is ${retentionDays}`,
  )
}

function readBuckets(reader: ConfigReader, value: unknown, key: string): number[] {
  const bounds = reader.list(value, key).map((bound, i) => reader.number(bound, `${key}[${i}]`))
  if (bounds.length === 0) throw reader.wrong(key, value, 'at least one bound')
  const fallen = bounds.findIndex((bound, i) => i > 0 && bound <= bounds[i - 1])
  if (fallen > 0) {
    throw reader.wrong(`${key}[${fallen}]`, bounds[fallen], `more than ${bounds[fallen - 1]}`)
  }
  return bounds
}

function readCategories(reader: ConfigReader, value: unknown, key: string): string[] {
  const categories = reader.texts(value, key)
  if (categories.length === 0) throw reader.wrong(key, value, 'at least one category')
  for (const [i, category] of categories.entries()) {
    if (category === 'other' || category === 'none') {
      throw reader.wrong(`${key}[${i}]`, category, 'a category: this is an answer of its own')
    }
    if (categories.indexOf(category) !== i) {
      throw reader.wrong(`${key}[${i}]`, category, 'each category once')
    }
  }
  return categories
}
