// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { describe, type Child } from '../dom/describe.js'
import { nameOfUse } from './nameOfUse.js'
import type { ReadPanel } from './Panel.js'
import { foreign, section } from './parts.js'
import { wordFor } from './texts/textsOf.js'

/** What may be kept at all. */
export function drawManifest(panel: ReadPanel): Child {
  const { texts, format, view } = panel
  if (view.manifest.length === 0) return undefined
  const entries = view.manifest.map(({ event, fields, days, usedBy }) =>
    describe(
      'li',
      { key: event },
      describe('div', { class: 'name' }, foreign(wordFor(texts.events, event))),
      describe(
        'p',
        { class: 'soft' },
        foreign(
          [texts.days(format.number(days)), fields.length > 0 && texts.fields(format.list(fields))]
            .filter(Boolean)
            .join(' · '),
        ),
      ),
      usedBy.length > 0 &&
        describe(
          'p',
          { class: 'caption' },
          `${texts.usedBy}: `,
          foreign(format.list(usedBy.map((use) => nameOfUse(use, panel)))),
        ),
    ),
  )
  return section(
    panel,
    'manifest',
    { title: texts.manifest, lead: texts.manifestText },
    describe(
      'details',
      {},
      describe('summary', {}, texts.showAll(entries.length)),
      describe('ul', {}, ...entries),
    ),
  )
}
