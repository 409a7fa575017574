// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { describe, type Child } from '../dom/describe.js'
import type { ReadPanel } from './Panel.js'
import { section, switchRow } from './parts.js'

const purposes = ['personalise', 'measure'] as const

/** The two purposes, each with its switch. */
export function drawPurposes(panel: ReadPanel): Child {
  const { texts, etalage, actions } = panel
  const state = etalage.consent.state
  const asks = purposes.some((purpose) => state[purpose] !== 'granted')
  return section(
    panel,
    'purposes',
    { title: texts.purposes, lead: texts.purposesLead },
    ...purposes.map((purpose) => {
      const on = state[purpose] === 'granted'
      return switchRow(
        purpose,
        on,
        {
          label: texts.purpose[purpose],
          texts: [texts.purposeTexts[purpose]],
          caption: texts.answers[state[purpose]],
        },
        () => actions.switchPurpose(purpose, !on),
      )
    }),
    asks && describe('p', { class: 'soft aside' }, texts.asks),
  )
}
