// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The shop's own question, hidden until the browser finds that it has not been answered. Refusing is as
// easy as accepting, and nothing is ticked beforehand.

import { bannerTexts } from 'etalage/banner-texts'
import { html } from './html.mjs'

export function consentBanner({ lang }) {
  const { title, text, purposes, accept, refuse, save, more, details } = bannerTexts[lang]
  const purpose = (key) =>
    html`<label class="purpose">
      <input type="checkbox" name="${key}" />
      <span><strong>${purposes[key].name}</strong> ${purposes[key].text}</span>
    </label>`
  return html`<section
    class="consent"
    id="consent"
    aria-labelledby="consent-title"
    tabindex="-1"
    hidden
  >
    <h2 id="consent-title">${title}</h2>
    <p>${text}</p>
    <form>
      <div class="purposes">${purpose('personalise')} ${purpose('measure')}</div>
      <details class="consent-details">
        <summary>${more}</summary>
        ${details.map((paragraph) => html`<p>${paragraph}</p>`)}
      </details>
      <div class="consent-buttons">
        <button type="submit" value="refuse" class="button quiet">${refuse}</button>
        <button type="submit" value="save" class="button quiet">${save}</button>
        <button type="submit" value="accept" class="button quiet">${accept}</button>
      </div>
    </form>
  </section>`
}
