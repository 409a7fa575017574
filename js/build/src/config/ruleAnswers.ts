// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Answers of measures that are about what a rule or a shopper says.
import { otherwise, type Answer } from './Answer.js'
import type { Fact, Rule } from './RuleSet.js'
import { no, unknown, yes } from './words.js'

const unnamed = { en: '', nl: '' }
/** As the rule language writes a number: never with an exponent. */
const digits = new Intl.NumberFormat('en-US', { useGrouping: false, maximumFractionDigits: 20 })

export function segmentAnswers(name: string): Answer[] {
  return [{ value: 'yes', expression: `segment.${name}`, ...yes }, otherwise('no', no)]
}

export function decisionAnswers({ name, cases }: Rule): Answer[] {
  const words = new Map(cases.map(({ value, words }) => [value, words ?? unnamed]))
  const always = cases.some(({ expression }) => expression.trim() === 'true')
  return oneOfAnswers(`decision.${name}`, words, always)
}

/** A fact that shoppers state. */
export function statedAnswers({ name, type, choices }: Fact): Answer[] | undefined {
  if (type === 'boolean') {
    return [
      { value: 'yes', expression: `stated.${name} == true`, ...yes },
      { value: 'no', expression: `stated.${name} == false`, ...no },
      otherwise('unknown', unknown),
    ]
  }
  if (type !== 'text' || choices.length === 0) return undefined
  return oneOfAnswers(`stated.${name}`, wordsOf(choices), false)
}

/** A fact that is observed or inferred, by its rule. */
export function followingAnswers(
  { kind, name, isValue, cases }: Rule,
  { type, choices }: Fact,
): Answer[] | undefined {
  const reference = `${kind}.${name}`
  if (type === 'boolean') {
    return [{ value: 'yes', expression: reference, ...yes }, otherwise('no', no)]
  }
  if (type !== 'text' || (isValue && choices.length === 0)) return undefined
  const words = wordsOf(choices)
  if (isValue) return oneOfAnswers(reference, words, false)
  const given = new Map(cases.map(({ value }) => [value, words.get(value) ?? unnamed]))
  const always = cases.some(({ expression }) => expression.trim() === 'true')
  return oneOfAnswers(reference, given, always)
}

/** A number, by where it lies between bounds; a bound belongs to the answer above it. */
export function numberAnswers(reference: string, bounds: readonly number[]): Answer[] {
  const written = bounds.map((bound) => digits.format(bound))
  const [first, last] = [written[0], written[written.length - 1]]
  return [
    {
      value: `<${first}`,
      expression: `${reference} < ${first}`,
      en: `Under ${first}`,
      nl: `Onder ${first}`,
    },
    ...written.slice(1).map((bound, i) => ({
      value: `${written[i]}-${bound}`,
      expression: `${reference} < ${bound}`,
      en: `${written[i]} to under ${bound}`,
      nl: `${written[i]} tot ${bound}`,
    })),
    {
      value: `>=${last}`,
      expression: `${reference} >= ${last}`,
      en: `${last} or more`,
      nl: `${last} of meer`,
    },
    otherwise('unknown', unknown),
  ]
}

function wordsOf(choices: Fact['choices']): Map<string, { en: string; nl: string }> {
  return new Map(choices.map(({ value, en, nl }) => [value, { en, nl }]))
}

/** Each value; "unknown" last where there may be none, be it by that name already. */
function oneOfAnswers(
  reference: string,
  words: ReadonlyMap<string, { en: string; nl: string }>,
  always: boolean,
): Answer[] {
  const answers = [...words]
    .filter(([value]) => always || value !== 'unknown')
    .map(([value, called]): Answer => ({
      value,
      expression: `${reference} == ${JSON.stringify(value)}`,
      ...(value === 'unknown' && !called.en && !called.nl ? unknown : called),
    }))
  if (always) answers[answers.length - 1].expression = 'true'
  else answers.push(otherwise('unknown', named(words.get('unknown'))))
  return answers
}

function named(called: { en: string; nl: string } | undefined): { en: string; nl: string } {
  return called && (called.en || called.nl) ? called : unknown
}
