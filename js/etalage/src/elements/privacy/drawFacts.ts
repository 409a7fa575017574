// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { describe, type Child } from '../dom/describe.js'
import { drawFact } from './drawFact.js'
import { groupFacts, type FactGroup } from './groupFacts.js'
import type { ReadPanel } from './Panel.js'
import { button, heading, section } from './parts.js'

/** A list that is longer is folded to so many, and unfolds by so many: each row costs time. */
const folded = 6
const step = 200

/** What is known. */
export function drawFacts(panel: ReadPanel): Child {
  const { texts, view, etalage } = panel
  if (view.facts.length === 0) {
    const isRead = etalage.consent.state.personalise !== 'unknown'
    const none = isRead ? texts.factsNone : texts.unknownHelp
    return section(panel, 'facts', { title: texts.facts }, describe('p', {}, none))
  }
  return section(
    panel,
    'facts',
    { title: texts.facts, lead: texts.factsLead },
    ...groupFacts(view.facts, texts).map((group) => drawGroup(panel, group)),
  )
}

function drawGroup(panel: ReadPanel, group: FactGroup): Child {
  const { texts, format, state, actions } = panel
  const { key, title, facts } = group
  const shown = Math.min(facts.length, state.shown.get(key) ?? folded)
  const left = facts.length - shown
  const next = left > step ? shown + step : facts.length
  const unfold =
    facts.length <= folded
      ? undefined
      : left === 0
        ? button('fold', texts.showFewer, () => actions.showMore(key, 0, folded))
        : button('fold', left > step ? texts.showMore(step) : texts.showAll(facts.length), () =>
            actions.showMore(key, shown, next),
          )
  return describe(
    'div',
    { class: 'group', key },
    heading(
      panel,
      2,
      title,
      ' ',
      describe('span', { class: 'count' }, format.number(facts.length)),
    ),
    describe(
      'ul',
      { 'data-group': key },
      ...facts.slice(0, shown).map((fact) => drawFact(panel, fact)),
    ),
    unfold,
  )
}
