// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { drawChart } from '../charts/drawChart.js'
import { possible } from '../charts/Interval.js'
import { trendChart } from '../charts/trendChart.js'
import type { MeasureEstimates } from '../DashboardData.js'
import { html, type Markup } from '../Markup.js'
import { largest, type EstimatedBucket } from '../measures/Bucket.js'
import { isTelling } from '../measures/Focus.js'
import type { Wording } from '../texts/Wording.js'

const mostLines = 9

/** The answers that are followed over time. Of yes and no one tells both. */
export function followed(buckets: readonly EstimatedBucket[]): EstimatedBucket[] {
  const [yes] = buckets.filter(({ value }) => value === 'yes')
  return yes && buckets.length === 2 ? [yes] : largest(buckets, mostLines)
}

/** A small plot for each answer: how its share went from epoch to epoch. */
export async function trendFigures(
  words: Wording,
  { epochs }: MeasureEstimates,
  buckets: readonly EstimatedBucket[],
): Promise<Markup> {
  const texts = words.texts.measure
  const known = epochs.filter(isTelling)
  if (known.length < 2) return html`<p class="soft">${texts.noTrend}</p>`
  const [first, last] = [epochs[0], epochs.at(-1) ?? epochs[0]]
  const figures = followed(buckets).map(async ({ index, label }) => {
    const shares = known.map(({ estimates }) => estimates[index].display)
    const points = epochs.map((epoch) => {
      if (!isTelling(epoch)) return undefined
      const estimate = epoch.estimates[index]
      return { share: estimate.display, interval: possible(estimate), open: epoch.open }
    })
    const plot = await drawChart(
      trendChart(points, words.shortDay(first.from), words.shortDay(last.to)),
      words.language,
      texts.trendChart(
        label,
        words.percent(shares[0]),
        words.percent(shares.at(-1)),
        words.percent(Math.min(...shares)),
        words.percent(Math.max(...shares)),
      ),
    )
    return html`<figure>
      <figcaption>${label}</figcaption>
      ${plot}
    </figure>`
  })
  return html`<h4>${texts.trend}</h4>
    <div class="trends">${await Promise.all(figures)}</div>
    <p class="soft">${texts.trendNote}</p>`
}
