// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Comparison } from '../../builder/Evaluation.js'
import { barChart, type Bar } from './barChart.js'
import { casesNote, comparisonHead, shareCell } from './cells.js'
import { drawChart } from './drawChart.js'
import { figure, legend, otherColour, packColour } from './figure.js'
import { hits, shareInterval } from './interval.js'
import { html, type Markup } from './Markup.js'
import type { Wording } from './Wording.js'

export async function groupsSection(
  words: Wording,
  {
    title,
    intro,
    groups,
    label,
  }: { title: string; intro: string; groups: string[]; label: string },
  comparisons: readonly Comparison[],
): Promise<Markup> {
  const { texts } = words
  const bars = comparisons.flatMap(({ pack, baseline }, i): Bar[] =>
    [
      { measured: pack, colour: packColour },
      { measured: baseline, colour: otherColour },
    ].map(({ measured, colour }) => ({
      group: groups[i],
      colour,
      share: measured.hr20,
      text: measured.cases ? words.percent(measured.hr20) : '–',
      interval: measured.cases ? shareInterval(hits(measured), measured.cases) : undefined,
    })),
  )
  const rows = comparisons.map(
    ({ pack, baseline }, i) =>
      html`<tr>
        <th scope="row">${groups[i]}${casesNote(words, pack.cases)}</th>
        ${pack.cases ? [shareCell(words, pack), shareCell(words, baseline)] : [html`<td>–</td>`, html`<td>–</td>`]}
      </tr>`,
  )
  const table = html`<table>
    <caption>
      ${texts.tables.share}, ${texts.tables.intervals}
    </caption>
    <thead>
      ${comparisonHead(words, texts.tables.group)}
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`
  return html`<section>
    <h2>${title}</h2>
    <p>${intro}</p>
    ${figure(await drawChart(barChart(bars), label), legend(words), table)}
  </section>`
}
