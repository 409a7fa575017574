// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { html, type Markup } from '../Markup.js'
import type { Page } from '../Page.js'

/** What this is, of when, and a choice of another period or language. */
export function headSection({ words, query }: Page): Markup {
  const { texts } = words
  const { from, to } = query
  const period =
    from && to
      ? words.period(from, to)
      : from
        ? texts.period.since(words.day(from))
        : to
          ? texts.period.until(words.day(to))
          : texts.period.usual
  const other = query.lang === 'nl' ? 'en' : 'nl'
  const asked = (lang: string, dates: object) =>
    `?${new URLSearchParams({ lang, ...dates }).toString()}`
  const chosen = { ...(query.from && { from: query.from }), ...(query.to && { to: query.to }) }
  return html`<header>
    <p class="language">
      <a href="${asked(other, chosen)}" lang="${other}" hreflang="${other}"
        >${texts.otherLanguage}</a
      >
    </p>
    <h1>${texts.title}</h1>
    <p class="when">${period}</p>
    <p>${texts.intro}</p>
    <form method="get">
      <fieldset>
        <legend class="hidden">${texts.period.title}</legend>
        <input type="hidden" name="lang" value="${query.lang}" />
        <label
          >${texts.period.from}
          <input type="date" name="from" value="${query.from}" />
        </label>
        <label
          >${texts.period.to}
          <input type="date" name="to" value="${query.to}" />
        </label>
        <button>${texts.period.show}</button>
        ${
          query.from || query.to
            ? html`<a href="${asked(query.lang, {})}">${texts.period.latest}</a>`
            : undefined
        }
      </fieldset>
    </form>
  </header>`
}

/** Where on the page what is. */
export function contents(
  { words }: Page,
  sections: readonly { id: string; title: string }[],
): Markup {
  return html`<nav aria-label="${words.texts.contents}">
    <ul>
      ${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li> `)}
    </ul>
  </nav>`
}
