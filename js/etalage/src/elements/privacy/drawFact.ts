// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { describe, type Child } from '../dom/describe.js'
import type { Fact } from '../../types.js'
import { drawCorrection } from './drawCorrection.js'
import { formatValue } from './format.js'
import { nameOfUse } from './nameOfUse.js'
import type { ReadPanel } from './Panel.js'
import { button, foreign, terms } from './parts.js'
import { wordFor } from './texts/textsOf.js'

/** One fact, with what can be done about it. */
export function drawFact(panel: ReadPanel, fact: Fact): Child {
  const { texts, state, actions } = panel
  const value = valueOf(panel, fact)
  const name = titleOf(fact) ?? value
  const opened = state.opened.has(fact.id)
  const correcting = state.correcting === fact.id
  const named = (action: string) => ({ 'aria-label': texts.about(action, name) })
  return describe(
    'li',
    { key: fact.id, class: 'fact' },
    describe(
      'div',
      { class: 'what' },
      titleOf(fact) !== undefined && describe('div', { class: 'caption' }, foreign(name)),
      describe('div', { class: 'name' }, foreign(value)),
      describe('p', { class: 'soft' }, inShort(panel, fact)),
    ),
    describe(
      'div',
      { class: 'actions' },
      button('more', texts.more, () => actions.toggle(fact), {
        ...named(texts.more),
        'aria-expanded': String(opened),
      }),
      (fact.choices !== undefined || fact.tier === 'stated') &&
        button('correct', texts.correct, () => actions.startCorrecting(fact), {
          ...named(texts.correct),
          'aria-expanded': String(correcting),
        }),
      fact.source !== 'rule' &&
        button('forget', texts.forget, () => actions.forget(fact, name), named(texts.forget)),
    ),
    correcting && drawCorrection(panel, fact, name),
    opened && inFull(panel, fact),
  )
}

/** What was asked or reckoned; a fact of an event has none but its value. */
function titleOf({ label, name, tier, source }: Fact): string | undefined {
  return label ?? (tier !== 'observed' || source === 'rule' ? name : undefined)
}

function valueOf({ texts, format }: ReadPanel, { value, labels = {} }: Fact): string {
  const values = Array.isArray(value) ? value : [value]
  const list = format.list(values.map((one) => labels[one] ?? formatValue(one, format, texts)))
  return list === '' ? texts.noValue : list
}

/** How often and when, in a line. */
function inShort(
  { texts, format }: ReadPanel,
  { times = 1, last, until, confidence }: Fact,
): string {
  const date = format.shortDate(last)
  const kept = format.shortDate(until)
  const told = [
    times > 1 && texts.times(times),
    date !== '' && (times > 1 ? texts.lastOn(date) : texts.on(date)),
    confidence !== undefined && texts.sure(format.number(Math.round(confidence * 100))),
    kept !== '' && texts.keptUntil(kept),
  ]
  return told.filter(Boolean).join(' · ')
}

function inFull(panel: ReadPanel, fact: Fact): Child {
  const { texts, format } = panel
  const { tier, source, text, field, since, last, until, times, purpose } = fact
  const usedBy = fact.usedBy ?? []
  return describe(
    'div',
    { class: 'full' },
    terms([
      [texts.how, wordFor(texts.tiers, tier)],
      [texts.inferred, text ? foreign(text) : undefined],
      [texts.field, field !== undefined ? foreign(field) : undefined],
      [texts.first, format.date(since)],
      [texts.last, format.date(last)],
      [texts.often, times !== undefined ? texts.times(times) : undefined],
      [texts.until, format.date(until)],
      [texts.why, purpose && wordFor(texts.purpose, purpose)],
      [
        texts.usedBy,
        usedBy.length > 0 && foreign(format.list(usedBy.map((use) => nameOfUse(use, panel)))),
      ],
    ]),
    source === 'rule' && describe('p', { class: 'soft' }, texts.reckoned),
  )
}
