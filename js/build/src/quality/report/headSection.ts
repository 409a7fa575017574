// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { barChart, type Bar } from './barChart.js'
import { drawChart } from './drawChart.js'
import { figure, packColour } from './figure.js'
import { shareInterval } from './interval.js'
import { html, type Markup } from './Markup.js'
import type { Measurement } from './ReportInput.js'
import type { Wording } from './Wording.js'

export async function headSection(
  words: Wording,
  { coverage, headShare, byPopularity, new: fresh }: Measurement,
  products: number,
): Promise<Markup> {
  const { head } = words.texts
  const steps = byPopularity[0].pack.cases
  const real = steps / (fresh.cases || 1)
  const bars: Bar[] = [
    { group: head.lists, colour: packColour, share: headShare, text: words.percent(headShare) },
    {
      group: head.real,
      colour: 'var(--edge)',
      share: real,
      text: words.percent(real),
      interval: shareInterval(steps, fresh.cases),
    },
  ]
  const table = html`<table>
    <thead>
      <tr>
        <th scope="col">${head.what}</th>
        <th scope="col">${head.share}</th>
      </tr>
    </thead>
    <tbody>
      <tr>
        <th scope="row">${head.lists}</th>
        <td>${words.percent(headShare)}</td>
      </tr>
      <tr>
        <th scope="row">${head.real}</th>
        <td>
          ${words.percent(real)}
          <span class="interval">${words.percents(shareInterval(steps, fresh.cases))}</span>
        </td>
      </tr>
    </tbody>
  </table>`
  return html`<section>
    <h2>${head.title}</h2>
    <p>${head.intro(words.percent(coverage), words.number(products))}</p>
    ${figure(await drawChart(barChart(bars), head.label(words.percent(headShare), words.percent(real))), undefined, table)}
  </section>`
}
