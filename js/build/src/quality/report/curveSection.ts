// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Measured } from '../../builder/Evaluation.js'
import { comparisonHead } from './cells.js'
import { drawChart } from './drawChart.js'
import { figure, legend, otherColour, packColour } from './figure.js'
import { hits } from './interval.js'
import { lineChart } from './lineChart.js'
import { html, type Markup } from './Markup.js'
import type { Measurement } from './ReportInput.js'
import type { Wording } from './Wording.js'

const shownLengths = [1, 2, 3, 5, 8, 10, 15, 20]

export async function curveSection(words: Wording, quality: Measurement): Promise<Markup> {
  const { texts } = words
  const share = (measured: Measured, length: number) =>
    hits(measured, length) / (measured.cases || 1)
  const most = Math.max(
    ...(['all', 'new'] as const).flatMap((kind) => [
      quality[kind].hr20,
      quality.baseline[kind].hr20,
    ]),
    0.01,
  )
  const parts = (['new', 'all'] as const).map(async (kind) => {
    const [pack, other] = [quality[kind], quality.baseline[kind]]
    const curve = (measured: Measured) => measured.places.map((_, i) => share(measured, i + 1))
    const plot = await drawChart(
      lineChart(
        [
          { colour: packColour, dashed: false, values: curve(pack) },
          { colour: otherColour, dashed: true, values: curve(other) },
        ],
        most,
        texts.curve.axis,
      ),
      texts.curve.label(texts[kind], words.percent(pack.hr20), words.percent(other.hr20)),
    )
    const table = html`<table>
      <caption>
        ${texts.tables.share}, ${texts[kind]}
      </caption>
      <thead>
        ${comparisonHead(words, texts.tables.shown)}
      </thead>
      <tbody>
        ${shownLengths.map(
          (length) =>
            html`<tr>
              <th scope="row">${length}</th>
              <td>${words.percent(share(pack, length))}</td>
              <td>${words.percent(share(other, length))}</td>
            </tr>`,
        )}
      </tbody>
    </table>`
    return html`<h3>${capital(texts[kind])}</h3>
      ${figure(plot, legend(words), table)}`
  })
  return html`<section>
    <h2>${texts.curve.title}</h2>
    <p>${texts.curve.intro}</p>
    ${await Promise.all(parts)}
  </section>`
}

function capital(text: string): string {
  return text[0].toUpperCase() + text.slice(1)
}
