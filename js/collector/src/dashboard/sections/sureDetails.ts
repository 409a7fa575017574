// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { MeasureEstimates } from '../DashboardData.js'
import { html, type Markup } from '../Markup.js'
import { z } from '../measures/findings.js'
import type { Focus } from '../measures/Focus.js'
import type { Wording } from '../texts/Wording.js'

/** How far the numbers of a measure may be off, what a single answer gives away, and what a forged one can do. */
export function sureDetails(words: Wording, measured: MeasureEstimates, focus: Focus): Markup {
  const { measure, perReport, allBits } = measured
  const { sure, measure: texts } = words.texts
  const ofHundred = (share: number) => words.short(100 * share)
  const half = Math.max(...focus.estimates.map(({ se }) => z * se))
  const bound = (time: number) => words.day(new Date(time).toISOString().slice(0, 10))
  const points = [
    sure.truth[measure.mechanism](ofHundred(measure.p), ofHundred(measure.q)),
    sure.interval(words.width(half), words.rounded(4 * focus.reports), words.number(4)),
    sure.forged(words.short(perReport), words.percent(perReport / focus.reports)),
    measure.mechanism === 'oue'
      ? sure.together(words.short(allBits), words.percent(allBits / focus.reports))
      : undefined,
    sure.once(words.days(measure.days)),
    sure.asked[measure.at],
    measure.from && measure.to
      ? sure.bounds(bound(measure.from), bound(measure.to - 1))
      : undefined,
    sure.series(measure.series, measure.of),
  ]
  return html`<details>
    <summary>${texts.sure}</summary>
    <ul>
      ${points.map((point) => point && html`<li>${point}</li> `)}
    </ul>
  </details>`
}
