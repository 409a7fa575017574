// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { barChart } from '../charts/barChart.js'
import { drawChart } from '../charts/drawChart.js'
import type { ShopHistory } from '../DashboardData.js'
import { html, type Content, type Markup } from '../Markup.js'
import { latestEpoch } from '../measures/Focus.js'
import type { Page } from '../Page.js'
import { exactFacts } from './facts.js'
import { cell, table } from './table.js'

interface Group {
  label: string
  customers: number | null
  spent: number | null
  /** What the measure of this group says now. */
  now: Content
}

/** The groups among the customers of the shop's own orders, beside what was measured. */
export async function historySection(page: Page, history: ShopHistory): Promise<Markup> {
  const { words } = page
  const texts = words.texts.history
  const { title, intro } = words.texts.sections.history
  const currency = history.segments[0]?.currency ?? ''
  const period = words.period(history.from, history.to)
  const segments = history.segments.map(({ name, label, customers, value }) => ({
    customers,
    spent: value,
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
  ].map(({ name, groups }) => card(page, history, name, groups, currency))
  return html`<section id="history">
    <h2>${title}</h2>
    <p>${intro}</p>
    <p>${texts.lead(words.number(history.customers), period)} ${texts.note} ${texts.nowNote}</p>
    <div class="cards">${await Promise.all(cards)}</div>
  </section>`
}

async function card(
  { words }: Page,
  { customers: all, from, to }: ShopHistory,
  name: string,
  groups: readonly Group[],
  currency: string,
): Promise<Markup> {
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
    spent === null ? texts.tooFew : words.money(spent, currency),
    now,
  ])
  return html`<article class="card">
    <h3>${name}</h3>
    ${exactFacts(words, words.period(from, to))}
    <div class="side">
      ${plot ? html`<figure>${plot}</figure>` : undefined}
      ${table(
        `${name}, ${words.period(from, to)}`,
        [texts.segment, texts.customers, texts.value, texts.now],
        rows,
      )}
    </div>
  </article>`
}

/** The latest share of an answer among the shoppers who gave one, with all that must stand beside it. */
function now({ words, data }: Page, of: string, value: string): Content {
  const { notAsked } = words.texts.history
  const measured = data.measures.find(
    ({ measure }) => measure.of === of && measure.columns.length === 0,
  )
  const row = measured?.measure.rows.findIndex((answer) => answer.value === value) ?? -1
  if (!measured || row < 0) return notAsked
  const focus = latestEpoch(measured)
  if (!focus) return words.texts.notEnough.cell
  const estimate = focus.estimates[row]
  return cell(
    words.percent(estimate.display),
    `${words.range(estimate)}, ${words.epsilon(measured.measure)}`,
  )
}
