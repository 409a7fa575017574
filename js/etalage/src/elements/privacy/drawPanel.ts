// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { describe, type Child } from '../dom/describe.js'
import { drawControl } from './drawControl.js'
import { drawFacts } from './drawFacts.js'
import { drawHead } from './drawHead.js'
import { drawManifest } from './drawManifest.js'
import { drawPurposes } from './drawPurposes.js'
import { drawReports } from './drawReports.js'
import { drawUses } from './drawUses.js'
import type { Panel } from './Panel.js'

/** The whole panel. */
export function drawPanel(panel: Panel, language: string): Child[] {
  const busy = panel.view === undefined && panel.trouble === undefined
  return [
    describe(
      'div',
      { class: 'panel', lang: language, dir: 'ltr', 'aria-busy': busy && 'true' },
      drawHead(panel),
      ...drawSections(panel),
    ),
    drawNotice(panel),
  ]
}

function drawSections({ etalage, view, ...panel }: Panel): Child[] {
  if (!etalage || !view || etalage.status === 'off') return []
  const read = { ...panel, etalage, view }
  return [
    drawPurposes(read),
    drawFacts(read),
    drawUses(read),
    drawReports(read),
    drawControl(read),
    drawManifest(read),
  ]
}

/** What came of the last thing that the shopper did. The live region is there before its text is. */
function drawNotice({ texts, state, actions }: Panel): Child {
  const { notice, notices } = state
  return describe(
    'div',
    { class: 'notice', lang: texts.code },
    describe(
      'div',
      { class: notice && 'bar' },
      describe(
        'div',
        { role: 'status' },
        notice !== '' && describe('span', { key: String(notices) }, notice),
      ),
      notice !== '' &&
        describe(
          'button',
          {
            type: 'button',
            class: 'close',
            'aria-label': texts.done,
            onclick: () => actions.dismiss(),
          },
          '×',
        ),
    ),
  )
}
