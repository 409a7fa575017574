// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

import { html } from './html.mjs'

/** What the cart comes to, and what to do next. */
export function summary({ t }, action) {
  return html`<section class="summary" aria-labelledby="summary">
    <h2 id="summary">${t('summary')}</h2>
    <dl>
      <div>
        <dt>${t('subtotal')}</dt>
        <dd data-sum="subtotal"></dd>
      </div>
      <div>
        <dt>${t('delivery')}</dt>
        <dd data-sum="delivery"></dd>
      </div>
      <div class="summary-total">
        <dt>${t('total')}</dt>
        <dd data-sum="total"></dd>
      </div>
    </dl>
    <p class="summary-hint" data-sum="hint"></p>
    ${action}
  </section>`
}
