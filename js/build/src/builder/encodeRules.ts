// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Field, RuleKind, RuleSet } from '../config/RuleSet.js'
import { Encoder } from './Encoder.js'

const kinds: Record<RuleKind, number> = {
  metric: 1,
  segment: 2,
  decision: 3,
  trigger: 4,
  observed: 5,
  inferred: 6,
  filter: 7,
  measure: 8,
}
const purposes = { personalise: 1, measure: 2 }
const types = { boolean: 1, number: 2, text: 3, list: 6 }

/** The rules as the compiler reads them: core/compile/messages.h draws it. */
export function encodeRules(rules: RuleSet): Uint8Array {
  const encoder = new Encoder().f64(rules.retention).u8(rules.children ? 1 : 0)
  encodeFacts(encoder, rules)
  encodeAll(encoder, rules)
  encoder.u32(rules.events.length)
  for (const { name, fields } of rules.events) encodeFields(encoder.text(name), fields)
  encodeFields(encoder, rules.attributes)
  encoder.u32(rules.distributions.length)
  for (const { name, values } of rules.distributions) {
    encoder.text(name).u32(values.length)
    for (const value of values) encoder.f64(value)
  }
  encoder.texts(rules.sensitive).texts(rules.allowed).u32(rules.texts.length)
  for (const { key, en, nl } of rules.texts) encoder.text(key).text(en).text(nl)
  encodeMeasures(encoder, rules)
  return encoder.bytes()
}

function encodeMeasures(encoder: Encoder, { measures, experiments, budget }: RuleSet): void {
  encoder.u32(measures.length)
  for (const measure of measures) {
    encoder.text(measure.name).text(measure.of)
    encoder
      .u8(measure.personalise ? 1 : 0)
      .u8(measure.byRule ? 1 : 0)
      .text(measure.byExperiment)
    encoder
      .u32(measure.a)
      .u32(measure.b)
      .u32(measure.days)
      .u8(measure.at === 'epoch' ? 1 : 0)
    encoder.f64(measure.from).f64(measure.to)
  }
  encoder.u32(experiments.length)
  for (const { name, slot, holdout, from, to, compare } of experiments) {
    encoder.text(name).text(slot).u32(holdout).f64(from).f64(to).text(compare)
  }
  encoder.f64(budget.week).f64(budget.lifetime)
}

function encodeFacts(encoder: Encoder, { facts }: RuleSet): void {
  encoder.u32(facts.length)
  for (const { name, type, choices, expires, ask } of facts) {
    encoder
      .text(name)
      .u8(types[type])
      .texts(choices.map(({ value }) => value))
    encoder.f64(expires).text(ask.en).text(ask.nl)
  }
}

function encodeAll(encoder: Encoder, { rules }: RuleSet): void {
  encoder.u32(rules.length)
  for (const { kind, name, label, purpose, isValue, cap, cases } of rules) {
    encoder.u8(kinds[kind]).text(name).text(label.en).text(label.nl)
    encoder.u8(purposes[purpose]).u8(isValue ? 1 : 0)
    encoder.u32(cap.count).f64(cap.window)
    encoder.u32(cases.length)
    for (const { value, expression, confidence } of cases) {
      encoder.text(value).text(expression).f64(confidence)
    }
  }
}

function encodeFields(encoder: Encoder, fields: readonly Field[]): void {
  encoder.u32(fields.length)
  for (const { name, type } of fields) encoder.text(name).u8(types[type])
}
