// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Measured } from '../../builder/Evaluation.js'
import { fewCases, hits, rankInterval, shareInterval } from './interval.js'
import { html, type Markup } from './Markup.js'
import type { Wording } from './Wording.js'

/** The head of a table that sets the pack beside bestsellers. */
export function comparisonHead({ texts }: Wording, first: string): Markup {
  return html`<tr>
    <th scope="col">${first}</th>
    <th scope="col">${texts.pack}</th>
    <th scope="col">${texts.bestsellers}</th>
  </tr>`
}

/** A share of cases with its interval, for a cell. */
export function shareCell(words: Wording, measured: Measured): Markup {
  return html`<td>
    ${words.percent(measured.hr20)}
    <span class="interval">${words.percents(shareInterval(hits(measured), measured.cases))}</span>
  </td>`
}

export function rankCell(words: Wording, measured: Measured): Markup {
  return html`<td>
    ${words.rank(measured.mrr20)}
    <span class="interval">${words.ranks(rankInterval(measured))}</span>
  </td>`
}

/** How many cases a row rests on, and whether they are enough. */
export function casesNote(words: Wording, cases: number): Markup {
  const { tables, fewHere } = words.texts
  const few = cases < fewCases ? html`<span class="few">${fewHere}</span>` : undefined
  return html`<span class="interval">${tables.cases(words.number(cases))}</span>${few}`
}
