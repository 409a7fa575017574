// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { daysChart } from '../charts/daysChart.js'
import { drawChart } from '../charts/drawChart.js'
import type { ConsentDay } from '../DashboardData.js'
import { html, type Content, type Markup } from '../Markup.js'
import type { Page } from '../Page.js'
import type { Wording } from '../texts/Wording.js'
import { exactFacts } from './facts.js'
import { table } from './table.js'

/** What the consent banner counted of all visitors, in the period that was asked. */
export async function bannerCard({ words, query, data }: Page): Promise<Markup> {
  const texts = words.texts.consent
  const days = (data.consent ?? [])
    .filter(({ day }) => (!query.from || day >= query.from) && (!query.to || day <= query.to))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
  if (!days.length) {
    return html`<div class="card">
      <h3>${texts.banner}</h3>
      <p class="empty">${texts.noBanner}</p>
    </div>`
  }
  const sum = (count: (day: ConsentDay) => number) => days.reduce((all, day) => all + count(day), 0)
  const whole: ConsentDay = {
    day: texts.whole,
    shown: sum(({ shown }) => shown),
    personalise: sum(({ personalise }) => personalise),
    measure: sum(({ measure }) => measure),
  }
  const [first, last] = [days[0].day, days[days.length - 1].day]
  const shares = (['personalise', 'measure'] as const).map((purpose) =>
    days.map((day) => shareOf(day, purpose)),
  )
  const [personalise, measure] = (['personalise', 'measure'] as const).map((purpose) =>
    words.percent(shareOf(whole, purpose)),
  )
  const plot = await drawChart(
    daysChart(
      [
        { colour: 'var(--accent)', dash: [1, 0], shares: shares[0] },
        { colour: 'var(--other)', dash: [6, 4], shares: shares[1] },
      ],
      words.shortDay(first),
      words.shortDay(last),
    ),
    words.language,
    texts.chart(personalise, measure),
  )
  return html`<article class="card">
    <h3>${texts.banner}</h3>
    <p class="lead">${texts.bannerLead(words.number(whole.shown), personalise, measure)}</p>
    ${exactFacts(words, words.period(first, last))}
    <figure>
      ${plot}
      <ul class="legend">
        <li class="first">${texts.personalise}</li>
        <li class="second">${texts.measure}</li>
      </ul>
    </figure>
    <p class="soft">${texts.bannerNote}</p>
    <details>
      <summary>${words.texts.measure.numbers}</summary>
      ${table(
        texts.table,
        [texts.day, texts.shown, texts.personalise, texts.measure],
        [
          ...days.map((day) => row(words, words.mediumDay(day.day), day)),
          row(words, whole.day, whole),
        ],
      )}
    </details>
  </article>`
}

function shareOf(day: ConsentDay, purpose: 'personalise' | 'measure'): number | undefined {
  return day.shown > 0 ? day[purpose] / day.shown : undefined
}

function row(words: Wording, name: string, day: ConsentDay): [string, ...Content[]] {
  return [
    name,
    words.number(day.shown),
    words.percent(shareOf(day, 'personalise')),
    words.percent(shareOf(day, 'measure')),
  ]
}
