// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The shop's own question, hidden until the browser finds that it has not been answered. Refusing is as
// easy as accepting, and nothing is ticked beforehand.

import { html } from './html.mjs'

export function consentBanner({ t }) {
  const purpose = (name, title, text) =>
    html`<label class="purpose">
      <input type="checkbox" name="${name}" />
      <span><strong>${title}</strong> ${text}</span>
    </label>`
  return html`<section
    class="consent"
    id="consent"
    aria-labelledby="consent-title"
    tabindex="-1"
    hidden
  >
    <h2 id="consent-title">${t('consentTitle')}</h2>
    <p>${t('consentText')}</p>
    <form>
      <div class="purposes">
        ${purpose('personalise', t('consentPersonalise'), t('consentPersonaliseText'))}
        ${purpose('measure', t('consentMeasure'), t('consentMeasureText'))}
      </div>
      <div class="consent-buttons">
        <button type="submit" value="refuse" class="button quiet">${t('consentRefuse')}</button>
        <button type="submit" value="save" class="button quiet">${t('consentSave')}</button>
        <button type="submit" value="accept" class="button quiet">${t('consentAccept')}</button>
      </div>
    </form>
  </section>`
}
