// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { leastSessions } from '../chooseHoldOut.js'
import { curveSection } from './curveSection.js'
import { groupsSection } from './groupsSection.js'
import { headSection } from './headSection.js'
import { hitsSection } from './hitsSection.js'
import { fewCases } from './interval.js'
import type { Language } from './Language.js'
import { html, Markup } from './Markup.js'
import { pageStyle } from './pageStyle.js'
import type { Measurement, ReportInput } from './ReportInput.js'
import { Wording } from './Wording.js'

/** The quality report as one page that needs nothing else: no script, no request. The same build gives the same page. */
export async function qualityPage(input: ReportInput, language: Language): Promise<string> {
  const words = new Wording(language)
  const { texts } = words
  const { quality, pack, products, history } = input
  const body =
    'unknown' in quality
      ? html`<p class="warning">${texts.notMeasured} ${whyUnknown(words, input)}</p>`
      : await measured(words, quality, products)
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
        />
        <title>${texts.title}: ${pack}</title>
        <style>
          ${new Markup(pageStyle)}
        </style>
      </head>
      <body>
        <main>
          <h1>${texts.title}</h1>
          ${body}
          <footer>
            <p>${texts.about(pack, words.number(products), words.number(history?.lines ?? 0))}</p>
          </footer>
        </main>
      </body>
    </html> `
  return page.text.replace(/^ +/gm, '')
}

function whyUnknown(words: Wording, { history }: ReportInput): string {
  const { noHistory, noSteps, fewSessions } = words.texts.unknown
  if (!history) return noHistory
  return history.sessions < leastSessions
    ? fewSessions(words.number(leastSessions), words.number(history.sessions))
    : noSteps
}

async function measured(words: Wording, quality: Measurement, products: number): Promise<Markup> {
  const { texts } = words
  const { heldOut, cases } = quality
  const when =
    heldOut.from && heldOut.to
      ? texts.days(words.day(heldOut.from), words.day(heldOut.to))
      : texts.lastSessions
  const tiles = (['all', 'new'] as const).map(
    (kind) =>
      html`<div class="tile">
        <p class="lead">${texts.headline[kind](words.ofHundred(quality[kind].hr20))}</p>
        <p class="soft">${texts.besideBestsellers(words.ofHundred(quality.baseline[kind].hr20))}</p>
      </div>`,
  )
  return html`<p>
      ${texts.what(when, words.number(heldOut.sessions), words.number(heldOut.steps))}
    </p>
    ${cases < heldOut.steps ? html`<p>${texts.sampled(words.number(cases), words.number(heldOut.steps))}</p>` : undefined}
    ${cases < 4 * fewCases ? html`<p class="warning">${texts.few(words.number(cases))}</p>` : undefined}
    <div class="tiles">${tiles}</div>
    ${hitsSection(words, quality)} ${await curveSection(words, quality)}
    ${await groupsSection(words, texts.known, quality.byKnown)}
    ${await groupsSection(words, texts.popularity, quality.byPopularity)}
    ${await headSection(words, quality, products)}
    <section>
      <h2>${texts.reading.title}</h2>
      <ul>
        ${texts.reading.points.map((point) => html`<li>${point}</li> `)}
      </ul>
    </section>`
}
