// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { checkName } from './checkName.js'
import type { ConfigReader } from './ConfigReader.js'
import { readDuration } from './readDuration.js'
import { readPurpose } from './readPurpose.js'
import { readTexts } from './readTexts.js'
import type { Fact, Rule, RuleCase } from './RuleSet.js'

const keys = ['type', 'choices', 'many', 'ask', 'expires', 'observed', 'inferred', 'purpose']
/** As the rule language writes a number: never with an exponent. */
const digits = new Intl.NumberFormat('en-US', { useGrouping: false, maximumFractionDigits: 20 })
const types = ['text', 'number', 'boolean'] as const

/** A fact and the rules that observe or infer it. */
export function readFact(
  reader: ConfigReader,
  name: string,
  value: unknown,
): { fact: Fact; rules: Rule[] } {
  const key = `facts.${name}`
  checkName(reader, name, 'a fact')
  const config = reader.object(value, key, keys)
  const type = reader.oneOf(config.type ?? 'text', `${key}.type`, types)
  const many = config.many !== undefined && reader.flag(config.many, `${key}.many`)
  for (const [of, present] of Object.entries({ choices: config.choices !== undefined, many })) {
    if (present && type !== 'text')
      throw reader.wrong(`${key}.${of}`, config[of], 'no such key: only a text has it')
  }
  const rules = (['observed', 'inferred'] as const)
    .filter((tier) => config[tier] !== undefined)
    .map((tier): Rule => {
      const at = `${key}.${tier}`
      if (many)
        throw reader.wrong(at, config[tier], 'no such key: a list of answers can be stated only')
      return {
        kind: tier,
        name,
        label: { en: '', nl: '' },
        purpose: readPurpose(reader, config, key),
        isValue: !Array.isArray(config[tier]),
        cap: { count: 0, window: 0 },
        cases: readCases(reader, config[tier], at, type),
      }
    })
  const fact: Fact = {
    name,
    type: many ? 'list' : type,
    choices:
      config.choices === undefined ? [] : readChoices(reader, config.choices, `${key}.choices`),
    expires:
      config.expires === undefined ? 0 : readDuration(reader, config.expires, `${key}.expires`),
    ask: readTexts(reader, config.ask, `${key}.ask`),
  }
  return { fact, rules }
}

/** A list of answers, or an object that says what each is called. */
function readChoices(reader: ConfigReader, value: unknown, key: string): Fact['choices'] {
  const choices =
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? reader.entries(value, key, (name, texts) => ({
          value: name,
          ...readTexts(reader, texts, `${key}.${name}`),
        }))
      : reader.texts(value, key).map((name) => ({ value: name, en: '', nl: '' }))
  const values = choices.map((choice) => choice.value)
  if (values.length === 0) throw reader.wrong(key, value, 'at least one answer')
  const twice = values.findIndex((choice, i) => values.indexOf(choice) !== i)
  if (twice >= 0) throw reader.wrong(`${key}[${twice}]`, values[twice], 'each answer once')
  return choices
}

function readCases(reader: ConfigReader, value: unknown, key: string, type: string): RuleCase[] {
  if (!Array.isArray(value)) {
    return [{ value: '', expression: reader.text(value, key), confidence: 1 }]
  }
  if (type === 'boolean')
    throw reader.wrong(key, value, 'an expression, as the fact is true or false')
  if (value.length === 0)
    throw reader.wrong(key, value, 'at least one case, as ["value", "expression"]')
  return value.map((described, i) => {
    const at = `${key}[${i}]`
    const parts = reader.list(described, at)
    if (parts.length < 2 || parts.length > 3) {
      throw reader.wrong(at, described, '[value, expression] or [value, expression, confidence]')
    }
    const confidence = parts[2] === undefined ? 1 : reader.number(parts[2], `${at}[2]`)
    if (!(confidence > 0 && confidence <= 1)) {
      throw reader.wrong(`${at}[2]`, confidence, 'a confidence above 0, at most 1')
    }
    return {
      value:
        type === 'number'
          ? digits.format(reader.number(parts[0], `${at}[0]`))
          : reader.text(parts[0], `${at}[0]`),
      expression: reader.text(parts[1], `${at}[1]`),
      confidence,
    }
  })
}
