// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { describe, type Child } from '../dom/describe.js'
import type { AnswerValue, Fact } from '../../types.js'
import type { ReadPanel } from './Panel.js'
import { button } from './parts.js'

/** Asks for another answer. What is typed stays while the panel is drawn again. */
export function drawCorrection(panel: ReadPanel, fact: Fact, name: string): Child {
  const { texts, actions } = panel
  const onsubmit = (event: Event) => {
    event.preventDefault()
    const answer = readAnswer(event.target as HTMLFormElement, fact)
    if (answer === undefined) actions.say(texts.chooseOne)
    else actions.correct(fact, name, answer)
  }
  return describe(
    'form',
    { onsubmit },
    field(panel, fact),
    describe(
      'div',
      { class: 'buttons' },
      describe('button', { type: 'submit', class: 'main' }, texts.save),
      button('cancel', texts.cancel, () => actions.stopCorrecting()),
    ),
  )
}

function field({ texts }: ReadPanel, fact: Fact): Child {
  const { choices, many, labels = {} } = fact
  const given = valuesOf(fact).map(String)
  if (choices?.length && many) {
    return describe(
      'fieldset',
      {},
      describe('legend', {}, texts.answer),
      ...choices.map((choice) => {
        const properties = { name: 'answer', value: choice, checked: given.includes(choice) }
        return describe(
          'label',
          { key: choice },
          describe('input', { type: 'checkbox', ...properties }),
          describe('bdi', {}, labels[choice] ?? choice),
        )
      }),
    )
  }
  return describe('label', {}, describe('span', {}, texts.answer), control(fact, given[0] ?? ''))
}

function control(fact: Fact, given: string): Child {
  const { choices, labels = {} } = fact
  if (!choices?.length) {
    const type = isNumber(fact) ? { type: 'number', step: 'any' } : { type: 'text' }
    return describe('input', { ...type, name: 'answer', value: given, required: true })
  }
  return describe(
    'select',
    { name: 'answer' },
    ...choices.map((choice) =>
      describe(
        'option',
        { key: choice, value: choice, selected: choice === given },
        labels[choice] ?? choice,
      ),
    ),
  )
}

/** Undefined where nothing is chosen. */
function readAnswer(form: HTMLFormElement, fact: Fact): AnswerValue | AnswerValue[] | undefined {
  const answers = new FormData(form).getAll('answer').map(String)
  if (fact.choices?.length && fact.many) return answers.length > 0 ? answers : undefined
  const [answer] = answers
  return isNumber(fact) && answer !== undefined ? Number(answer) : answer
}

function valuesOf({ value }: Fact): AnswerValue[] {
  return Array.isArray(value) ? value : [value]
}

function isNumber(fact: Fact): boolean {
  return typeof valuesOf(fact)[0] === 'number'
}
