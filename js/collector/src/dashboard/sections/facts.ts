// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { MeasureEstimates } from '../DashboardData.js'
import { html, type Markup } from '../Markup.js'
import type { Focus } from '../measures/Focus.js'
import type { Wording } from '../texts/Wording.js'

/** What must stand beside every group of numbers: how many answers, when, whose, at which ε, and how sure. */
export function facts(
  words: Wording,
  { measure, answeredBy }: Pick<MeasureEstimates, 'measure' | 'answeredBy'>,
  { reports, from, to, open }: Omit<Focus, 'estimates'>,
): Markup {
  const { texts } = words
  return list([
    texts.facts.answers(words.number(reports), reports === 1),
    words.mediumPeriod(from, to) + (open ? ` (${texts.facts.open})` : ''),
    texts.facts.asked[answeredBy],
    words.epsilon(measure),
    texts.facts.interval,
  ])
}

/** The same of what was counted without noise. */
export function exactFacts(words: Wording, period: string): Markup {
  return list([period, words.texts.facts.exact])
}

function list(points: readonly string[]): Markup {
  return html`<ul class="facts">
    ${points.map((point) => html`<li>${point}</li> `)}
  </ul>`
}
