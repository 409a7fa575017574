// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

import { html } from '../html.mjs'
import { createPicker } from '../picker.mjs'
import { slot } from '../slot.mjs'

export function searchPage(view) {
  const { t } = view
  return {
    path: 'search/',
    title: t('searchTitle'),
    context: { type: 'search' },
    filledByScript: true,
    body: html`<h1 id="search-title">${t('searchTitle')}</h1>
      <noscript><p>${t('searchNeedsScript')}</p></noscript>
      <p id="search-count" class="count" role="status"></p>
      <ul id="search-results" class="cards listing" role="list"></ul>
      <p class="pagination">
        <button type="button" class="button quiet" id="search-more" hidden>
          ${t('searchMore')}
        </button>
      </p>
      ${slot(view, { name: 'recent', products: createPicker()(view.products) })}`,
  }
}
