// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { DashboardQuery } from '../DashboardQuery.js'
import { html, type Markup } from '../Markup.js'
import type { Wording } from '../texts/Wording.js'

/** The numbers of a measure as files. */
export function downloads(
  words: Wording,
  query: DashboardQuery,
  measure: string,
  name: string,
): Markup {
  const { from, to } = query
  const asked = new URLSearchParams({ measure, ...(from && { from }), ...(to && { to }) })
  const link = (file: string, kind: string) =>
    html`<a href="${file}?${asked.toString()}"
      >${kind}<span class="hidden">, ${words.texts.measure.downloadOf(name)}</span></a
    >`
  return html`<p class="downloads">
    <span>${words.texts.measure.download}</span> ${link('estimates.csv', 'CSV')}
    ${link('estimates', 'JSON')}
  </p>`
}
