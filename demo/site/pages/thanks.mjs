// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

import { html } from '../html.mjs'
import { createPicker } from '../picker.mjs'
import { slot } from '../slot.mjs'

export function thanksPage(view) {
  const { t, url } = view
  return {
    path: 'thanks/',
    title: t('thanks'),
    context: { type: 'thanks' },
    filledByScript: true,
    body: html`<section class="thanks">
        <h1>${t('thanks')}</h1>
        <p id="thanks-text">${t('thanksNone')}</p>
        <div id="ordered" hidden>
          <h2>${t('ordered')}</h2>
          <ul id="ordered-lines"></ul>
        </div>
        <p><a class="button" href="${url.home}">${t('thanksBack')}</a></p>
      </section>
      ${slot(view, { name: 'recent', products: createPicker()(view.products) })}`,
  }
}
