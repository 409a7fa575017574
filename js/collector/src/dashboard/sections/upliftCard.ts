// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { drawChart } from '../charts/drawChart.js'
import { forestChart, type ForestRow } from '../charts/forestChart.js'
import type { Interval } from '../charts/Interval.js'
import type { Experiment, MeasureEstimates, Uplift } from '../DashboardData.js'
import { html, type Content, type Markup } from '../Markup.js'
import { verdictOf } from '../measures/findings.js'
import type { Focus } from '../measures/Focus.js'
import type { Page } from '../Page.js'
import type { Wording } from '../texts/Wording.js'
import { downloads } from './downloads.js'
import { facts } from './facts.js'
import { bucketTable } from './numbersDetails.js'
import { heldOutText, rateText } from './rateText.js'
import { sureDetails } from './sureDetails.js'
import { cell, table } from './table.js'

/** What was counted as success, with what it says. */
interface Outcome {
  name: string
  uplift: Uplift
}

/** What an experiment brings: the difference between its sides, whether they can be trusted, and the campaign before it. */
export async function upliftCard(
  page: Page,
  measured: MeasureEstimates,
  focus: Focus,
): Promise<Markup> {
  const { words } = page
  const texts = words.texts.uplift
  const { measure, against } = measured
  const name = page.name(measure)
  const experiment = page.data.overview.experiments.find(({ name }) => name === measure.experiment)
  const outcomes: Outcome[] = []
  if (measured.uplift) outcomes.push({ name: texts.bought, uplift: measured.uplift })
  if (measured.clicks) outcomes.push({ name: texts.clicked, uplift: measured.clicks })
  const earlier = against && {
    name: `${against.name}: ${texts.bought.toLowerCase()}`,
    uplift: against.uplift,
  }
  return html`<article class="card">
    <h3>${name}</h3>
    ${experiment ? html`<p>${describe(words, experiment)}</p>` : undefined}
    ${facts(words, measured, focus)}
    <div class="side">
      <div>
        ${outcomes.length ? ratioNote(words, outcomes[0].uplift) : undefined}
        ${outcomes.map(({ name, uplift }) => outcomeNote(words, name, uplift, focus))}
      </div>
      <div>
        ${await forest(words, name, earlier ? [...outcomes, earlier] : outcomes)}
        ${against ? againstNote(words, against) : undefined}
      </div>
    </div>
    <details>
      <summary>${words.texts.measure.numbers}</summary>
      ${upliftTable(words, measured, name, earlier ? [...outcomes, earlier] : outcomes)}
      ${outcomes.length ? armsTable(words, measured, name, outcomes) : undefined}
      <p class="soft">${words.texts.measure.rawNote}</p>
      ${bucketTable(words, measured, focus, name)}
    </details>
    ${sureDetails(words, measured, focus)} ${downloads(words, page.query, measure.name, name)}
  </article>`
}

/** `Campaign at ‘home’ · 10.0% held out · 1–31 March 2026` */
function describe(words: Wording, { slot, holdout, from, to }: Experiment): string {
  const texts = words.texts.uplift
  const iso = (time: number) => new Date(time).toISOString().slice(0, 10)
  const kind = texts.kinds[from || to ? 'campaign' : slot ? 'slot' : 'package']
  const when =
    from && to
      ? words.period(iso(from), iso(to - 1))
      : from
        ? words.texts.period.since(words.day(iso(from)))
        : to
          ? words.texts.period.until(words.day(iso(to - 1)))
          : undefined
  return [slot ? `${kind} ${texts.at(slot)}` : kind, texts.holdout(words.percent(holdout)), when]
    .filter(Boolean)
    .join(' · ')
}

/** The two rates, what to make of them, and what it takes to know more. */
function outcomeNote(words: Wording, name: string, uplift: Uplift, { reports }: Focus): Markup {
  const texts = words.texts.uplift
  const [shown, heldOut] = uplift.arms.map((arm) => rateText(words, arm))
  const verdict = verdictOf(uplift)
  const half =
    uplift.low !== null && uplift.high !== null ? (uplift.high - uplift.low) / 2 : undefined
  const target = [0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001].find(
    (step) => half && 1.4 * step < half,
  )
  const isImpossible = uplift.arms.some(({ rate }) => rate !== null && (rate < 0 || rate > 1))
  const isTold = verdict === 'better' || verdict === 'worse'
  const isOpen = verdict === 'leaning' || verdict === 'none'
  return html`<p class="lead">${texts.lead(name, shown, heldOut)}</p>
    <p>
      <strong>${texts.verdicts[verdict]}</strong>
      ${isImpossible ? texts.impossible : undefined}
      ${isTold && !isImpossible && uplift.relative !== null ? texts.relatively(words.change(uplift.relative)) : undefined}
      ${
        isOpen && half && target
          ? texts.needed(
              words.width(half),
              words.rounded(reports * (half / target) ** 2),
              words.width(target),
            )
          : undefined
      }
    </p>`
}

function ratioNote(words: Wording, uplift: Uplift): Markup {
  const texts = words.texts.uplift
  const { ratio } = uplift
  if (ratio.found === null || ratio.p === null) return html`<p class="soft">${texts.noRatio}</p>`
  const say = texts.ratio[ratio.suspect ? 'suspect' : 'fine']
  return html`<p class="${ratio.suspect ? 'warning' : 'soft'}">
    ${say(heldOutText(words, uplift), words.percent(ratio.expected), words.chance(ratio.p))}
  </p>`
}

async function forest(
  words: Wording,
  name: string,
  outcomes: readonly Outcome[],
): Promise<Markup | undefined> {
  const texts = words.texts.uplift
  const rows = outcomes.flatMap(({ name, uplift }): ForestRow[] => {
    const fixed = inPoints(uplift.low, uplift.high)
    if (uplift.uplift === null || !fixed) return []
    const verdict = verdictOf(uplift)
    return [
      {
        label: name,
        value: 100 * uplift.uplift,
        fixed,
        anytime: inPoints(uplift.anytimeLow, uplift.anytimeHigh),
        text: `${words.points(uplift.uplift)} (${words.pointsRange(uplift.low, uplift.high)})`,
        isCertain: verdict === 'better' || verdict === 'worse',
      },
    ]
  })
  if (!rows.length) return undefined
  const said = outcomes.map(({ name, uplift }) =>
    texts.chartRow(
      name,
      words.points(uplift.uplift),
      words.points(uplift.low),
      words.points(uplift.high),
    ),
  )
  const plot = await drawChart(forestChart(rows), words.language, texts.chart(name, said.join(' ')))
  return html`<figure>
    ${plot}
    <ul class="legend">
      <li class="fixed">${texts.fixed}</li>
      ${
        rows.some(({ anytime }) => anytime)
          ? html`<li class="anytime">${texts.anytime}</li>`
          : undefined
      }
      <li class="zero">${texts.zero}</li>
      <li>${texts.points}</li>
    </ul>
  </figure>`
}

function inPoints(low: number | null, high: number | null): Interval | undefined {
  return low === null || high === null ? undefined : { low: 100 * low, high: 100 * high }
}

function againstNote(
  words: Wording,
  { name, comparison }: NonNullable<MeasureEstimates['against']>,
): Markup {
  const texts = words.texts.uplift
  const { difference, low, high } = comparison
  if (difference === null || low === null || high === null) {
    return html`<h4>${texts.against(name)}</h4>
      <p>${texts.verdicts.unknown}</p>`
  }
  const verdict = low > 0 ? 'better' : high < 0 ? 'worse' : 'none'
  return html`<h4>${texts.against(name)}</h4>
    <p>
      <strong>${texts.againstVerdicts[verdict]}</strong>
      ${texts.difference(words.points(difference), words.points(low), words.points(high))}
    </p>`
}

function upliftTable(
  words: Wording,
  { measure }: MeasureEstimates,
  name: string,
  outcomes: readonly Outcome[],
): Markup {
  const texts = words.texts.uplift
  return table(
    `${texts.table(name)} (${words.epsilon(measure)})`,
    [texts.what, texts.uplift, texts.anyTime, texts.relative],
    outcomes.map(({ name, uplift }): [string, ...Content[]] => [
      name,
      cell(words.points(uplift.uplift), words.pointsRange(uplift.low, uplift.high)),
      words.pointsRange(uplift.anytimeLow, uplift.anytimeHigh),
      words.change(uplift.relative),
    ]),
  )
}

/** Who answered on either side, and what they did. */
function armsTable(
  words: Wording,
  { measure }: MeasureEstimates,
  name: string,
  outcomes: readonly Outcome[],
): Markup {
  const texts = words.texts.uplift
  return table(
    `${texts.arms(name)} (${words.epsilon(measure)})`,
    [
      texts.arm,
      texts.armReports,
      texts.armShare,
      texts.response,
      ...outcomes.map(({ name }) => name),
    ],
    [texts.shown, texts.heldOut].map((side, i): [string, ...Content[]] => {
      const arm = outcomes[0].uplift.arms[i]
      return [
        side,
        words.number(arm.reports),
        arm.low !== null && arm.high !== null
          ? cell(words.percent(arm.share), words.range({ low: arm.low, high: arm.high }))
          : words.percent(arm.share),
        words.percent(arm.response),
        ...outcomes.map(({ uplift }) => rateText(words, uplift.arms[i])),
      ]
    }),
  )
}
