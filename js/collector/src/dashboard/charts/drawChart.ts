// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { setImmediate } from 'node:timers/promises'
import type { Language } from '../DashboardQuery.js'
import { escapeHtml, Markup } from '../Markup.js'

/** The part of Vega that is used here. Its own types are for browsers, and need theirs. */
interface Vega {
  parse(spec: object, config: object): unknown
  View: new (
    runtime: unknown,
    options: { renderer: 'none'; locale: object },
  ) => {
    toSVG(): Promise<string>
    finalize(): void
  }
}

// Not a literal, so that the compiler does not look for types.
const name: string = 'vega'

/** Letters as the page has them, and colours that follow it from light to dark. */
const config = {
  axis: {
    aria: false,
    domain: false,
    ticks: false,
    labelColor: 'var(--soft)',
    labelFontSize: 13,
    labelLimit: 0,
    labelPadding: 6,
    gridColor: 'var(--line)',
  },
  text: { fill: 'var(--ink)', fontSize: 13 },
}

const number = (decimal: string, thousands: string) => ({
  number: { decimal, thousands, grouping: [3], currency: ['', ''] },
})
const locales = { en: number('.', ','), nl: number(',', '.') }

/** A drawing for a page, said in words to who does not see it. */
export async function drawChart(spec: object, language: Language, label: string): Promise<Markup> {
  const vega = (await import(name)) as Vega
  // A page has many drawings: reports that come in meanwhile go between them.
  await setImmediate()
  const view = new vega.View(vega.parse({ autosize: 'none', ...spec }, config), {
    renderer: 'none',
    locale: locales[language],
  })
  const svg = await view.toSVG()
  view.finalize()
  const [whole, width, height] =
    /^<svg [^>]*width="([\d.]+)" height="([\d.]+)"[^>]*>/.exec(svg) ?? []
  if (!whole) throw new Error(`not the drawing that was expected: ${svg.slice(0, 200)}`)
  return new Markup(
    `<svg role="img" aria-label="${escapeHtml(label)}" viewBox="0 0 ${width} ${height}">` +
      // What is inside is for the eye: the table beside it says the same.
      svg.slice(whole.length).replace(/ (role|aria-[a-z]+)="[^"]*"/g, ''),
  )
}
