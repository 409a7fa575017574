// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { describe, type Child } from '../dom/describe.js'
import type { Use } from '../../types.js'
import { formatValue } from './format.js'
import type { ReadPanel } from './Panel.js'
import { foreign, heading, section, switchRow } from './parts.js'

const kinds = ['segment', 'decision', 'trigger', 'fact', 'slot', 'measure'] as const

/** What a profile is used for, each with its switch. */
export function drawUses(panel: ReadPanel): Child {
  const { texts, view } = panel
  if (view.uses.length === 0) return undefined
  const lead = view.uses.some(({ kind }) => isOn(panel, kind)) ? texts.usesLead : texts.usesOff
  return section(
    panel,
    'uses',
    { title: texts.uses, lead },
    ...kinds.map((kind) => {
      const uses = view.uses.filter((use) => use.kind === kind)
      return (
        uses.length > 0 &&
        describe(
          'div',
          { class: 'group', key: kind },
          heading(panel, 2, texts.kinds[kind]),
          describe('p', { class: 'soft' }, texts.kindTexts[kind]),
          describe('ul', {}, ...uses.map((use, place) => drawUse(panel, use, place))),
        )
      )
    }),
  )
}

function drawUse(panel: ReadPanel, use: Use, place: number): Child {
  return describe(
    'li',
    { key: use.use },
    switchRow(
      `${use.kind}-${place}`,
      use.allowed,
      {
        label: foreign(use.label),
        texts: isOn(panel, use.kind) ? [use.text] : [],
        caption: applies(panel, use),
      },
      () => panel.actions.allow(use, !use.allowed),
    ),
  )
}

/** Whether it holds now, in words; nothing of what has no value. */
function applies(panel: ReadPanel, { kind, allowed, value }: Use): string {
  const { texts, format } = panel
  if (!allowed) return texts.objected
  if (!isOn(panel, kind)) return ''
  if (kind === 'decision' || kind === 'fact') {
    return value === null ? texts.undecided : texts.decided(formatValue(value, format, texts))
  }
  return typeof value === 'boolean' ? (value ? texts.holds : texts.holdsNot) : ''
}

/** Before anybody agreed nothing applies to anybody. */
function isOn({ etalage }: ReadPanel, kind: Use['kind']): boolean {
  return etalage.consent.state[kind === 'measure' ? 'measure' : 'personalise'] === 'granted'
}
