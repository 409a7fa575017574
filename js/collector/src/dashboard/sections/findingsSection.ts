// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { MeasureEstimates } from '../DashboardData.js'
import { html, type Content, type Markup } from '../Markup.js'
import {
  certainUplifts,
  changes,
  gaps,
  unevenSides,
  waiting,
  z,
  type Change,
  type Gap,
  type UnevenSides,
  type UpliftFinding,
} from '../measures/findings.js'
import { wholePeriod, type Focus } from '../measures/Focus.js'
import type { Page } from '../Page.js'
import { facts } from './facts.js'
import { heldOutText, rateText } from './rateText.js'

const mostNames = 5

/** In plain words, and only what is statistically there. */
export function findingsSection(page: Page): Markup {
  const { words, data } = page
  const texts = words.texts.findings
  return html`<section id="findings">
    <h2>${texts.title}</h2>
    ${
      data.measures.length === 0
        ? html`<p class="empty">${texts.noMeasures}</p>`
        : data.measures.every(({ total }) => total.reports === 0)
          ? html`<p class="empty">${texts.noReports}</p>`
          : html`<p class="soft">${texts.intro}</p>
              ${findingsList(page)}`
    }
  </section>`
}

function findingsList(page: Page): Markup {
  const { words, data } = page
  const { measures } = data
  const items = [
    ...unevenSides(measures).map((found) => ratioItem(page, found)),
    ...certainUplifts(measures).map((found) => upliftItem(page, found)),
    ...changes(words, measures).map((found) => changeItem(page, found)),
    ...gaps(words, measures).map((found) => gapItem(page, found)),
  ]
  const wait = waitItem(page, waiting(measures))
  return html`${items.length ? undefined : html`<p class="empty">${words.texts.findings.nothing}</p>`}
  ${
    items.length || wait
      ? html`<ul class="findings">
          ${items}${wait}
        </ul>`
      : undefined
  }`
}

type Kind = keyof Page['words']['texts']['findings']['kinds']

function item(page: Page, kind: Kind, ...content: readonly Content[]): Markup {
  return html`<li class="${kind}">
    <span class="kind">${page.words.texts.findings.kinds[kind]}</span>
    <div>${content}</div>
  </li>`
}

function factsOf(page: Page, measured: MeasureEstimates, focus?: Focus): Markup {
  const { total, from, to, epochs } = measured
  const whole = { reports: total.reports, from, to, open: epochs.some(({ open }) => open) }
  return facts(page.words, measured, focus ?? whole)
}

function ratioItem(page: Page, { measured, uplift }: UnevenSides): Markup {
  const { words } = page
  const said = words.texts.findings.ratio(
    page.name(measured.measure),
    heldOutText(words, uplift),
    words.percent(uplift.ratio.expected),
    words.chance(uplift.ratio.p),
  )
  return item(page, 'check', html`<p>${said}</p>`, factsOf(page, measured))
}

function upliftItem(page: Page, { measured, outcome, verdict, uplift }: UpliftFinding): Markup {
  const { words } = page
  const texts = words.texts.findings
  const [shown, heldOut] = uplift.arms.map((arm) => rateText(words, arm))
  return item(
    page,
    verdict,
    html`<p>
      <strong>${texts[outcome][verdict](page.name(measured.measure))}</strong>
      ${texts.arms(
        shown,
        heldOut,
        words.points(uplift.uplift),
        words.points(uplift.anytimeLow),
        words.points(uplift.anytimeHigh),
      )}
    </p>`,
    factsOf(page, measured, wholePeriod(measured)),
  )
}

function changeItem(
  page: Page,
  { measured, bucket, before, after, difference, se }: Change,
): Markup {
  const { words } = page
  const texts = words.texts.findings
  const [was, is] = [before, after].map(({ estimates }) => {
    const estimate = estimates[bucket.index]
    return `${words.percent(estimate.display)} (${words.range(estimate)})`
  })
  const say = texts.change[difference > 0 ? 'up' : 'down']
  return item(
    page,
    'change',
    html`<p>
      <strong>${say(bucket.label, page.name(measured.measure))}</strong>
      ${texts.changed(
        was,
        is,
        words.points(difference),
        words.points(difference - z * se),
        words.points(difference + z * se),
      )}
    </p>`,
    factsOf(page, measured, {
      ...after,
      from: before.from,
      reports: before.reports + after.reports,
    }),
  )
}

function gapItem(page: Page, { measured, bucket, whole }: Gap): Markup {
  const { words } = page
  const texts = words.texts.findings
  const { of } = measured.measure
  const estimate = whole.estimates[bucket.index]
  const say = texts.gap[of === 'zero-results' ? of : 'out-of-stock']
  return item(
    page,
    'gap',
    html`<p>
      <strong>${say(bucket.label)}</strong>
      ${texts.gapShare(words.percent(estimate.display), words.range(estimate))}
    </p>`,
    factsOf(page, measured, whole),
  )
}

function waitItem(page: Page, waiting: readonly MeasureEstimates[]): Markup | undefined {
  if (!waiting.length) return undefined
  const { words } = page
  const texts = words.texts.findings
  const names = waiting
    .slice(0, mostNames)
    .map(({ measure, total, floor }) =>
      texts.more(page.name(measure), words.number(Math.max(1, floor - total.reports))),
    )
  if (waiting.length > mostNames) names.push('…')
  return item(page, 'wait', html`<p>${texts.wait(names.join(', '), waiting.length)}</p>`)
}
