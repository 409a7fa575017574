// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What all pages share. A page is { path, title, body, description?, context?, filledByScript? }: `path`
// without its language, `context` what the shop window is told of it: { type, item?, category? }. What
// stands below the part that a script fills appears when that is done, and so does not move.

import { cardTemplate } from './card.mjs'
import { consentBanner } from './consent-banner.mjs'
import { footer } from './footer.mjs'
import { header } from './header.mjs'
import { html } from './html.mjs'
import { panel } from './panel.mjs'

export function layout(view, page) {
  const { shop, lang, t } = view
  const { type, item, category } = page.context ?? {}
  const title = page.path === '' ? `${shop.name}: ${page.title}` : `${page.title} | ${shop.name}`
  return html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${page.description && html`<meta name="description" content="${page.description}" />`}
        ${shop.languages.map(
          (code) => html`<link rel="alternate" hreflang="${code}" href="/${code}/${page.path}" />`,
        )}
        <link rel="icon" type="image/webp" href="/img/${shop.mark}" />
        <link rel="stylesheet" href="/assets/site.css" />
        <script type="module" src="/assets/site.js"></script>
      </head>
      <body
        ${page.filledByScript && html`class="awaits-script"`}
        data-currency="${shop.currency}"
        data-page="${type ?? 'other'}"
        ${item && html` data-item="${item}"`}${category && html` data-category="${category}"`}
      >
        <a class="skip" href="#main">${t('skip')}</a>
        ${header(view, page)}
        <main id="main" tabindex="-1">${page.body}</main>
        ${footer(view)} ${panel(view)} ${consentBanner(view)} ${cardTemplate()}
      </body>
    </html> `
    .toString()
    .replace(/\n\s+/g, '\n') // the indentation of the templates is a third of the page
}
