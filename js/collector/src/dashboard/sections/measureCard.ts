// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { barChart } from '../charts/barChart.js'
import { drawChart } from '../charts/drawChart.js'
import { possible } from '../charts/Interval.js'
import type { MeasureEstimates } from '../DashboardData.js'
import { html, type Markup } from '../Markup.js'
import { bucketsOf, largest, withEstimates, type EstimatedBucket } from '../measures/Bucket.js'
import type { Focus } from '../measures/Focus.js'
import { sectionOf } from '../measures/sectionOf.js'
import type { Page } from '../Page.js'
import type { Wording } from '../texts/Wording.js'
import { downloads } from './downloads.js'
import { facts } from './facts.js'
import { numbersDetails } from './numbersDetails.js'
import { sureDetails } from './sureDetails.js'
import { trendFigures } from './trendFigures.js'

const mostBars = 24

/** All that a measure says: how it stands, how that went, the numbers, and how sure they are. */
export async function measureCard(
  page: Page,
  measured: MeasureEstimates,
  focus: Focus,
): Promise<Markup> {
  const { words } = page
  const texts = words.texts.measure
  const { measure } = measured
  const name = page.name(measure)
  const isGap = sectionOf(measure) === 'gaps'
  const all = withEstimates(bucketsOf(words, measure), focus.estimates)
  // Of an assortment gap most shoppers meet none: in the chart that would hide the rest.
  const asked = isGap ? all.filter(({ value }) => value !== 'none') : all
  const shown = largest(asked, mostBars, isGap)
  const lead = leadOf(words, measured, all)
  const plot = await drawChart(
    barChart(
      shown.map(({ label, isRest, estimate }) => ({
        label,
        isRest,
        share: estimate.display,
        interval: possible(estimate),
        text: `${words.percent(estimate.display)} (${words.range(estimate)})`,
      })),
    ),
    words.language,
    texts.chart(name, lead),
  )
  return html`<article class="card">
    <h3>${name}</h3>
    <p class="lead">${lead}</p>
    ${facts(words, measured, focus)}
    <div class="side">
      <div>
        <figure>${plot}</figure>
        ${
          shown.length < asked.length
            ? html`<p class="soft">
                ${texts.shownOf(words.number(shown.length), words.number(asked.length))}
              </p>`
            : undefined
        }
      </div>
      <div>${await trendFigures(words, measured, shown)}</div>
    </div>
    ${numbersDetails(words, measured, focus, name, shown)} ${sureDetails(words, measured, focus)}
    ${downloads(words, page.query, measure.name, name)}
  </article>`
}

/** What most is to be said in one sentence. */
function leadOf(
  words: Wording,
  { measure }: MeasureEstimates,
  all: readonly EstimatedBucket[],
): string {
  const texts = words.texts.measure
  const say = (
    write: (answer: string, share: string, range: string) => string,
    { label, estimate }: EstimatedBucket,
  ) => write(label, words.percent(estimate.display), words.range(estimate))
  const told = all.filter(({ isRest }) => !isRest)
  const [most] = largest(told.length ? told : all, 1, true)
  if (sectionOf(measure) === 'gaps') {
    const none = all.find(({ value }) => value === 'none')
    const met = none && say((_, ...numbers) => texts.nothingMet(...numbers), none)
    return [say(texts.leadGap, most), met].filter(Boolean).join(' ')
  }
  const find = (value: string) =>
    measure.columns.length ? undefined : all.find((bucket) => bucket.value === value)
  const yes = find('yes')
  if (yes) return say((_, ...numbers) => texts.leadYes(...numbers), yes)
  const bought = find('bought')
  return bought ? say(texts.leadOne, bought) : say(texts.lead, most)
}
