// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { casesNote, comparisonHead, rankCell, shareCell } from './cells.js'
import { html, type Markup } from './Markup.js'
import type { Measurement } from './ReportInput.js'
import type { Wording } from './Wording.js'

export function hitsSection(words: Wording, quality: Measurement): Markup {
  const { texts } = words
  const rows = (['all', 'new'] as const).flatMap((kind) => {
    const [pack, other] = [quality[kind], quality.baseline[kind]]
    return [
      html`<tr>
        <th scope="row">${texts.hits.hr}, ${texts[kind]}${casesNote(words, pack.cases)}</th>
        ${shareCell(words, pack)}${shareCell(words, other)}
      </tr>`,
      html`<tr>
        <th scope="row">${texts.hits.mrr}, ${texts[kind]}${casesNote(words, pack.cases)}</th>
        ${rankCell(words, pack)}${rankCell(words, other)}
      </tr>`,
    ]
  })
  return html`<section>
    <h2>${texts.hits.title}</h2>
    <p>${texts.hits.intro}</p>
    <div class="scroll">
      <table>
        <caption>
          ${texts.tables.figures}, ${texts.tables.intervals}
        </caption>
        <thead>
          ${comparisonHead(words, texts.tables.figures)}
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
  </section>`
}
