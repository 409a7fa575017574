// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { barChart } from '../charts/barChart.js'
import { drawChart } from '../charts/drawChart.js'
import type { HistoryGroup, MeasureEstimates, ShopHistory } from '../DashboardData.js'
import { html, type Content, type Markup } from '../Markup.js'
import { latestEpoch, type Focus } from '../measures/Focus.js'
import type { Page } from '../Page.js'
import { exactFacts, facts } from './facts.js'
import { cell, table } from './table.js'

interface Group extends HistoryGroup {
  label: string
  now: Now
}

/** What the measure of a group says of today, where there is one. */
interface Now {
  content: Content
  measured?: MeasureEstimates
  focus?: Focus
}

/** The groups among the customers of the shop's own orders, beside what was measured. */
export async function historySection(page: Page, history: ShopHistory): Promise<Markup> {
  const { words } = page
  const texts = words.texts.history
  const { title, intro } = words.texts.sections.history
  const period = words.period(history.from, history.to)
  const segments = history.segments.map(({ name, label, customers, spent }) => ({
    customers,
    spent,
    label: words.label(label, name),
    now: now(page, `segment.${name}`, 'yes'),
  }))
  const cards = [
    ...(segments.length ? [{ name: texts.segments, groups: segments }] : []),
    ...history.decisions.map(({ name, label, values }) => ({
      name: words.label(label, name),
      groups: values.map((value) => ({
        ...value,
        label: words.answer(value),
        now: now(page, `decision.${name}`, value.value),
      })),
    })),
  ].map(({ name, groups }) => card(page, history, name, groups))
  return html`<section id="history">
    <h2>${title}</h2>
    <p>${intro}</p>
    <p>${texts.lead(words.number(history.customers), period)} ${texts.note} ${texts.nowNote}</p>
    <div class="cards">${await Promise.all(cards)}</div>
  </section>`
}

async function card(
  page: Page,
  { customers: all, from, to, currency }: ShopHistory,
  name: string,
  groups: readonly Group[],
): Promise<Markup> {
  const { words } = page
  const texts = words.texts.history
  const share = (customers: number) => customers / (all || 1)
  const bars = groups.flatMap(({ label, customers }) =>
    customers === null
      ? []
      : [
          {
            label,
            share: share(customers),
            text: `${words.percent(share(customers))} (${words.number(customers)})`,
            isRest: false,
          },
        ],
  )
  const plot = bars.length
    ? await drawChart(barChart(bars), words.language, `${name}. ${texts.chart}`)
    : undefined
  const rows = groups.map(({ label, customers, spent, now }): [string, ...Content[]] => [
    label,
    customers === null
      ? texts.tooFew
      : cell(words.number(customers), words.percent(share(customers))),
    customers === null ? texts.tooFew : words.money(spent, currency),
    now.content,
  ])
  return html`<article class="card">
    <h3>${name}</h3>
    ${exactFacts(words, words.period(from, to))}
    <div class="side">
      ${plot ? html`<figure>${plot}</figure>` : undefined}
      <div>
        ${table(
          `${name}, ${words.period(from, to)}`,
          [texts.segment, texts.customers, texts.value, texts.now],
          rows,
        )}
        ${askedNow(page, groups)}
      </div>
    </div>
  </article>`
}

/** The latest share of an answer among the shoppers who gave one, with all that must stand beside it. */
function now({ words, data }: Page, of: string, value: string): Now {
  const { notAsked } = words.texts.history
  const measured = data.measures.find(
    ({ measure }) => measure.of === of && measure.columns.length === 0,
  )
  const row = measured?.measure.rows.findIndex((answer) => answer.value === value) ?? -1
  if (!measured || row < 0) return { content: notAsked }
  const focus = latestEpoch(measured)
  if (!focus) return { content: words.texts.notEnough.cell }
  const { display, low, high } = focus.estimates[row]
  const content = cell(
    words.percent(display),
    words.range({ low, high }),
    words.epsilon(measured.measure),
  )
  return { content, measured, focus }
}

/** Of whom the shares of today are. */
function askedNow(page: Page, groups: readonly Group[]): Content {
  const asked = new Map(groups.map(({ now: { measured, focus } }) => [measured, focus]))
  return [...asked].map(
    ([measured, focus]) =>
      measured &&
      focus &&
      html`<p class="caption">${page.words.texts.history.now}: ${page.name(measured.measure)}</p>
        ${facts(page.words, measured, focus)}`,
  )
}
