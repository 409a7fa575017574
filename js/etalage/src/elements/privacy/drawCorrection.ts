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

function field({ texts }: ReadPanel, { choices, many, value }: Fact): Child {
  const given = (Array.isArray(value) ? value : [value]).map(String)
  if (choices && many) {
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
          describe('bdi', {}, choice),
        )
      }),
    )
  }
  return describe(
    'label',
    {},
    describe('span', {}, texts.answer),
    control(choices, given[0] ?? '', value),
  )
}

function control(choices: string[] | undefined, given: string, value: Fact['value']): Child {
  if (!choices) {
    const type = typeof value === 'number' ? { type: 'number', step: 'any' } : { type: 'text' }
    return describe('input', { ...type, name: 'answer', value: given, required: true })
  }
  return describe(
    'select',
    { name: 'answer' },
    ...choices.map((choice) =>
      describe('option', { key: choice, value: choice, selected: choice === given }, choice),
    ),
  )
}

/** Undefined where nothing is chosen. */
function readAnswer(form: HTMLFormElement, fact: Fact): AnswerValue | AnswerValue[] | undefined {
  const answers = new FormData(form).getAll('answer').map(String)
  if (fact.choices && fact.many) return answers.length > 0 ? answers : undefined
  const [answer] = answers
  return typeof fact.value === 'number' && !fact.choices ? Number(answer) : answer
}
