// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { didYouMean } from '../didYouMean.js'
import { quoteList } from '../quoteList.js'
import { checkName } from './checkName.js'
import type { ConfigReader } from './ConfigReader.js'
import { readDuration } from './readDuration.js'
import { readPurpose } from './readPurpose.js'
import { readTexts } from './readTexts.js'
import type { Rule, RuleCase } from './RuleSet.js'

/** A kind of rule, as a configuration writes it. */
interface Form {
  kind: 'metric' | 'segment' | 'decision' | 'trigger'
  /** The key that holds the expression where the rule is an object. */
  holds: string
  also: readonly string[]
}

export const ruleForms: Readonly<Record<string, Form>> = {
  metrics: { kind: 'metric', holds: 'value', also: [] },
  segments: { kind: 'segment', holds: 'when', also: [] },
  decisions: { kind: 'decision', holds: 'cases', also: ['values'] },
  triggers: { kind: 'trigger', holds: 'when', also: ['atMost'] },
}

const noCap = { count: 0, window: 0 }

/** One metric, segment, decision or trigger; `group` is the key that it stands under. */
export function readRule(reader: ConfigReader, group: string, name: string, value: unknown): Rule {
  const { kind, holds, also } = ruleForms[group]
  const key = `${group}.${name}`
  checkName(reader, name, `a ${kind}`)
  const short = typeof value === 'string' || Array.isArray(value)
  const config = short
    ? { [holds]: value }
    : reader.object(value, key, [holds, ...also, 'label', 'purpose'])
  const at = short ? key : `${key}.${holds}`
  return {
    kind,
    name,
    label: readTexts(reader, config.label, `${key}.label`),
    purpose: readPurpose(reader, config, key),
    isValue: false,
    cap: kind === 'trigger' ? readCap(reader, config.atMost ?? '1 per 1d', `${key}.atMost`) : noCap,
    cases:
      kind === 'decision'
        ? readCases(reader, config[holds], at, readValues(reader, config.values, `${key}.values`))
        : [{ value: '', expression: reader.text(config[holds], at), confidence: 1 }],
  }
}

type Words = ReadonlyMap<string, { en: string; nl: string }>

function readValues(reader: ConfigReader, value: unknown, key: string): Words {
  const values = reader.object(value ?? {}, key)
  return new Map(
    Object.entries(values).map(([name, texts]) => [
      name,
      readTexts(reader, texts, `${key}.${name}`),
    ]),
  )
}

function readCases(reader: ConfigReader, value: unknown, key: string, words: Words): RuleCase[] {
  const cases = reader.list(value, key)
  if (cases.length === 0)
    throw reader.wrong(key, value, 'at least one case, as ["value", "expression"]')
  const read = cases.map((described, i): RuleCase => {
    const at = `${key}[${i}]`
    const parts = reader.list(described, at)
    if (parts.length !== 2) throw reader.wrong(at, described, '[value, expression]')
    const [chosen, expression] = parts.map((part, p) => reader.text(part, `${at}[${p}]`))
    const called = words.get(chosen)
    return { value: chosen, expression, confidence: 1, ...(called && { words: called }) }
  })
  const given = read.map((one) => one.value)
  for (const name of words.keys()) {
    if (given.includes(name)) continue
    const at = `${key.replace(/\.cases$/, '')}.values`
    throw reader.wrong(
      at,
      name,
      `names of its values, ${quoteList(given)}`,
      didYouMean(name, given),
    )
  }
  return read
}

function readCap(reader: ConfigReader, value: unknown, key: string): Rule['cap'] {
  const expected = 'a number and a duration, as "1 per 3d"'
  const [, count, duration] = reader.matching(value, key, /^([1-9]\d{0,3}) per (\S+)$/, expected)
  return { count: Number(count), window: readDuration(reader, duration, key) }
}
