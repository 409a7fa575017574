// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { html, type Markup } from '../Markup.js'
import type { Page } from '../Page.js'
import { table } from './table.js'

/** Measures that the pack asks no longer, or in another form. */
export function earlierSection({ words, data }: Page): Markup | undefined {
  const texts = words.texts.earlier
  const earlier = data.overview.measures.filter(({ current }) => !current)
  if (!earlier.length) return undefined
  return html`<section id="earlier">
    <h2>${texts.title}</h2>
    <p>${texts.intro}</p>
    ${table(
      texts.title,
      [texts.name, texts.series, texts.reports],
      earlier.map(({ label, name, series, reports }) => [
        words.label(label, name),
        series,
        words.number(reports),
      ]),
    )}
  </section>`
}

/** What the words and the numbers of this page mean. */
export function readingSection({ words, data }: Page): Markup {
  const { title, points, budget } = words.texts.reading
  const { week, lifetime } = data.overview.budget
  return html`<section id="reading">
    <h2>${title}</h2>
    <ul>
      ${[...points, budget(words.short(week), words.short(lifetime))].map(
        (point) => html`<li>${point}</li> `,
      )}
    </ul>
    <p><a href="measures">${words.texts.data}</a></p>
  </section>`
}
