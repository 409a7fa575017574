// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { BucketEstimate, MeasureEstimates } from '../DashboardData.js'
import { html, type Content, type Markup } from '../Markup.js'
import { bucketsOf, withEstimates, type EstimatedBucket } from '../measures/Bucket.js'
import { isTelling, type Focus } from '../measures/Focus.js'
import type { Wording } from '../texts/Wording.js'
import { cell, table } from './table.js'
import { followed } from './trendFigures.js'

/** Of more there is a file. */
const mostEpochs = 53

/** The numbers behind the plots of a measure. */
export function numbersDetails(
  words: Wording,
  measured: MeasureEstimates,
  focus: Focus,
  name: string,
  shown: readonly EstimatedBucket[],
): Markup {
  const texts = words.texts.measure
  const isFollowed = measured.epochs.filter(isTelling).length > 1
  return html`<details>
    <summary>${texts.numbers}</summary>
    <p class="soft">${texts.rawNote}</p>
    ${bucketTable(words, measured, focus, name)}
    ${isFollowed ? epochTable(words, measured, name, followed(shown)) : undefined}
    ${
      isFollowed && measured.epochs.length > mostEpochs
        ? html`<p class="soft">${texts.lastOf(words.number(mostEpochs))}</p>`
        : undefined
    }
  </details>`
}

/** Every answer, as it is shown and as it was estimated. */
export function bucketTable(
  words: Wording,
  { measure }: MeasureEstimates,
  focus: Focus,
  name: string,
): Markup {
  const texts = words.texts.measure
  const rows = withEstimates(bucketsOf(words, measure), focus.estimates).map(
    ({ label, estimate }): [string, ...Content[]] => [
      label,
      cell(words.percent(estimate.display), words.range(estimate)),
      estimate.different
        ? cell(words.percent(estimate.share), words.rawRange(estimate))
        : cell(words.percent(estimate.share), words.rawRange(estimate), texts.same),
      words.number(estimate.count),
    ],
  )
  const caption = `${texts.numbersOf(name)}, ${words.period(focus.from, focus.to)}`
  return table(
    `${caption} (${words.epsilon(measure)})`,
    [texts.answer, texts.share, texts.raw, texts.counted],
    rows,
  )
}

function epochTable(
  words: Wording,
  { measure, epochs, total, from, to }: MeasureEstimates,
  name: string,
  buckets: readonly EstimatedBucket[],
): Markup {
  const texts = words.texts.measure
  const cells = (estimates: BucketEstimate[] | null, reports: number): Content[] => [
    words.number(reports),
    ...buckets.map(({ index }) =>
      estimates
        ? cell(words.percent(estimates[index].display), words.range(estimates[index]))
        : words.texts.notEnough.cell,
    ),
  ]
  const rows = epochs
    .slice(-mostEpochs)
    .map(({ from, to, open, reports, estimates }): [string, ...Content[]] => [
      words.shortPeriod(from, to) + (open ? ` (${words.texts.facts.open})` : ''),
      ...cells(estimates, reports),
    ])
  rows.push([texts.whole, ...cells(total.estimates, total.reports)])
  return table(
    `${texts.overTimeOf(name)}, ${words.period(from, to)} (${words.epsilon(measure)})`,
    [texts.period, texts.reports, ...buckets.map(({ label }) => label)],
    rows,
  )
}
