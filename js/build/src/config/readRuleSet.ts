// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { checkName, checkWord } from './checkName.js'
import type { ConfigReader } from './ConfigReader.js'
import { readFact } from './readFacts.js'
import { readMeasures } from './readMeasures.js'
import { readRule, ruleForms } from './readRule.js'
import type { Fact, Field, Rule, RuleSet, Text } from './RuleSet.js'
import type { Settings, Slot } from './Settings.js'

const fieldTypes = ['text', 'number'] as const

/** Everything in a configuration that is about rules; what is wrong is kept by the reader. */
export function readRuleSet(
  reader: ConfigReader,
  config: Record<string, unknown>,
  privacy: Record<string, unknown>,
  { retentionDays, slots }: Pick<Settings, 'retentionDays' | 'slots'>,
): RuleSet {
  const group = <T>(key: string, read: (name: string, value: unknown) => T): T[] =>
    reader.attempt(() => reader.entries(config[key], key, read)) ?? []
  const facts = group('facts', (name, value) => readFact(reader, name, value))
  const rules = Object.keys(ruleForms).flatMap((key) =>
    group(key, (name, value) => readRule(reader, key, name, value)),
  )
  const ownRules = [...facts.flatMap((read) => read.rules), ...rules]
  const events = group('events', (name, value) => readEvent(reader, name, value))
  const measured = readMeasures(reader, config, privacy, {
    facts: facts.map(({ fact }) => fact),
    rules: ownRules,
    slots: slots.map(({ name }) => name),
    retentionDays,
  })
  return {
    retention: retentionDays * 86_400_000,
    facts: facts.map(({ fact }) => fact),
    rules: [...ownRules, ...slots.flatMap(slotRules), ...measured.rules],
    events: addFields(events, measured.events),
    attributes: [],
    distributions: group('distributions', (name, value) => readDistribution(reader, name, value)),
    texts: [
      ...facts.flatMap(({ fact }) => textsOfFact(fact)),
      ...slots.map(({ name, label }) => ({ key: `slot ${name}`, ...label })),
      ...measured.texts,
    ].filter(({ en, nl }) => en !== '' || nl !== ''),
    measures: measured.measures,
    experiments: measured.experiments,
    budget: measured.budget,
    ...readSensitive(reader, privacy),
  }
}

function textsOfFact({ name, ask, choices }: Fact): Text[] {
  return [
    { key: `fact ${name}`, ...ask },
    ...choices.map(({ value, en, nl }) => ({ key: `choice ${name}=${value}`, en, nl })),
  ]
}

/** A slot's filter is a rule of the slot's name; its boosts are rules of that name and a number, from 1. */
function slotRules({ name, filter, boosts }: Slot): Rule[] {
  return [
    ...(filter === undefined ? [] : [slotRule(name, filter)]),
    ...boosts.map(({ when }, i) => slotRule(`${name} ${i + 1}`, when)),
  ]
}

/** A rule that a slot asks of products. */
export function slotRule(name: string, expression: string): Rule {
  return {
    kind: 'filter',
    name,
    label: { en: '', nl: '' },
    purpose: 'personalise',
    isValue: false,
    cap: { count: 0, window: 0 },
    cases: [{ value: '', expression, confidence: 1 }],
  }
}

/** The events that a shop declares, with what is asked of some of them beside. */
function addFields(events: RuleSet['events'], more: RuleSet['events']): RuleSet['events'] {
  const all = new Map(events.map(({ name, fields }) => [name, [...fields]]))
  for (const { name, fields } of more) {
    const own = all.get(name) ?? []
    all.set(name, [
      ...own,
      ...fields.filter((field) => !own.some((one) => one.name === field.name)),
    ])
  }
  return [...all].map(([name, fields]) => ({ name, fields }))
}

function readEvent(
  reader: ConfigReader,
  name: string,
  value: unknown,
): { name: string; fields: Field[] } {
  checkWord(reader, name, 'an event')
  const fields = Object.entries(reader.object(value, `events.${name}`)).map(([field, type]) => {
    const key = `events.${name}.${field}`
    checkWord(reader, field, `a field of events.${name}`)
    return { name: field, type: reader.oneOf(type, key, fieldTypes) }
  })
  return { name, fields }
}

function readDistribution(
  reader: ConfigReader,
  name: string,
  value: unknown,
): { name: string; values: number[] } {
  const key = `distributions.${name}`
  checkName(reader, name, 'a distribution')
  const values = reader.list(value, key).map((number, i) => reader.number(number, `${key}[${i}]`))
  if (values.length === 0) throw reader.wrong(key, value, 'at least one number')
  return { name, values }
}

function readSensitive(
  reader: ConfigReader,
  privacy: Record<string, unknown>,
): Pick<RuleSet, 'children' | 'sensitive' | 'allowed'> {
  const read = reader.attempt(() => {
    const key = 'privacy.sensitive'
    const sensitive = reader.object(privacy.sensitive ?? {}, key, ['extend', 'allow'])
    return {
      children:
        reader.oneOf(privacy.audience ?? 'adults', 'privacy.audience', ['adults', 'children']) ===
        'children',
      sensitive: reader.texts(sensitive.extend ?? [], `${key}.extend`),
      allowed: reader.texts(sensitive.allow ?? [], `${key}.allow`),
    }
  })
  return read ?? { children: false, sensitive: [], allowed: [] }
}
