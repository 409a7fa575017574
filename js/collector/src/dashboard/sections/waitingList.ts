// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { MeasureEstimates } from '../DashboardData.js'
import { html, type Markup } from '../Markup.js'
import type { Page } from '../Page.js'
import { facts } from './facts.js'

/** Measures of which nothing can be told yet, and what it takes. */
export function waitingList(page: Page, waiting: readonly MeasureEstimates[]): Markup | undefined {
  if (!waiting.length) return undefined
  const { words } = page
  const { notEnough } = words.texts
  const items = waiting.map((measured) => {
    const { measure, total, floor, epochs, from, to } = measured
    const name = page.name(measure)
    const [reports, least] = [words.number(total.reports), words.number(floor)]
    const open = epochs.some(({ open }) => open)
    return html`<li>
      <h4>${name}</h4>
      <progress
        max="${floor}"
        value="${Math.min(total.reports, floor)}"
        aria-label="${name}: ${notEnough.progress(reports, least)}"
      ></progress>
      <p>
        ${
          total.reports
            ? notEnough.some(reports, least, words.number(Math.max(1, floor - total.reports)))
            : notEnough.none
        }
      </p>
      ${facts(words, measured, { reports: total.reports, from, to, open })}
    </li>`
  })
  return html`<div class="card">
    <h3>${notEnough.title}</h3>
    <ul class="waiting">
      ${items}
    </ul>
  </div>`
}
