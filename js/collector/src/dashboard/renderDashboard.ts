// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { contentSecurityPolicy } from './contentSecurityPolicy.js'
import type { DashboardData, MeasureEstimates } from './DashboardData.js'
import type { DashboardQuery } from './DashboardQuery.js'
import { dashboardStyle } from './dashboardStyle.js'
import { html, Markup } from './Markup.js'
import { latestEpoch, wholePeriod } from './measures/Focus.js'
import { measureSections, sectionOf, type MeasureSection } from './measures/sectionOf.js'
import { Page } from './Page.js'
import { bannerCard } from './sections/bannerCard.js'
import { earlierSection, readingSection } from './sections/closingSections.js'
import { findingsSection } from './sections/findingsSection.js'
import { contents, headSection } from './sections/headSection.js'
import { historySection } from './sections/historySection.js'
import { measureCard } from './sections/measureCard.js'
import { upliftCard } from './sections/upliftCard.js'
import { waitingList } from './sections/waitingList.js'

// Its text to the letter: the policy has its hash.
const style = new Markup(`<style>${dashboardStyle}</style>`)

/** The shop's dashboard as one page that needs nothing else: no script, no request. The same data give the same page. */
export async function renderDashboard(query: DashboardQuery, data: DashboardData): Promise<string> {
  const page = new Page(query, data)
  const { texts } = page.words
  const measured = measureSections.map((name) => measureSection(page, name))
  const sections = [
    { id: 'findings', markup: findingsSection(page) },
    ...(await Promise.all(measured)),
  ]
  if (data.history) {
    const history = { id: 'history', markup: await historySection(page, data.history) }
    // Until there are answers it is all that there is to see.
    const isFirst = data.measures.every(({ total }) => total.reports === 0)
    sections.splice(isFirst ? 1 : sections.length, 0, history)
  }
  sections.push({ id: 'earlier', markup: earlierSection(page) })
  sections.push({ id: 'reading', markup: readingSection(page) })
  const shown = sections.flatMap(({ id, markup }) => (markup ? [{ id, markup }] : []))
  const titles: Record<string, string> = {
    findings: texts.findings.title,
    earlier: texts.earlier.title,
    reading: texts.reading.title,
  }
  const named = shown.map(({ id }) => ({
    id,
    title: titles[id] ?? texts.sections[id as keyof typeof texts.sections].title,
  }))
  return html`<!doctype html>
    <html lang="${query.lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="referrer" content="no-referrer" />
        <meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}" />
        <title>${texts.title}</title>
        ${style}
      </head>
      <body>
        <main>
          ${headSection(page)} ${contents(page, named)} ${shown.map(({ markup }) => markup)}
        </main>
      </body>
    </html> `.text
}

/** The measures of one kind: what they say, and at the end those that cannot say anything yet. */
async function measureSection(
  page: Page,
  id: MeasureSection,
): Promise<{ id: string; markup: Markup | undefined }> {
  const all = page.data.measures.filter(({ measure }) => sectionOf(measure) === id)
  const cards = all.map((measured) => measureOrUplift(page, id, measured))
  const told = (await Promise.all(cards)).filter((card) => card !== undefined)
  if (id === 'consent') told.push(await bannerCard(page))
  if (!all.length && !told.length) return { id, markup: undefined }
  const { title, intro } = page.words.texts.sections[id]
  const markup = html`<section id="${id}">
    <h2>${title}</h2>
    <p>${intro}</p>
    <div class="cards">
      ${told}
      ${waitingList(
        page,
        all.filter((measured) => focusOf(id, measured) === undefined),
      )}
    </div>
  </section>`
  return { id, markup }
}

async function measureOrUplift(
  page: Page,
  section: MeasureSection,
  measured: MeasureEstimates,
): Promise<Markup | undefined> {
  const focus = focusOf(section, measured)
  if (!focus) return undefined
  return section === 'uplift'
    ? upliftCard(page, measured, focus)
    : measureCard(page, measured, focus)
}

/** Who shoppers are is told of now; what they did, of the whole period. */
function focusOf(section: MeasureSection, measured: MeasureEstimates) {
  return section === 'shoppers' || section === 'consent'
    ? latestEpoch(measured)
    : wholePeriod(measured)
}
