// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { escapeHtml, Markup } from './Markup.js'

/** The part of Vega that is used here. Its own types are for browsers, and need theirs. */
interface Vega {
  parse(spec: object): unknown
  View: new (
    runtime: unknown,
    options: { renderer: 'none' },
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
    labelColor: 'var(--ink)',
    labelFontSize: 13,
    labelLimit: 0,
    titleColor: 'var(--ink)',
    titleFontSize: 13,
    titleFontWeight: 'normal',
    titlePadding: 8,
    domainColor: 'var(--edge)',
    tickColor: 'var(--edge)',
    gridColor: 'var(--line)',
  },
  text: { fill: 'var(--ink)', fontSize: 13 },
}

/** A drawing for a page, said in one sentence to who does not see it. Vega is loaded only here: most builds' time is not for it. */
export async function drawChart(spec: object, label: string): Promise<Markup> {
  const vega = (await import(name)) as Vega
  const view = new vega.View(vega.parse({ padding: 4, autosize: 'pad', config, ...spec }), {
    renderer: 'none',
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
