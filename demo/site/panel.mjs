// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The panel at the edge of the page: what the shop window does, filled by client/panel/, and the shopper's own panel, which is
// the package's.

import { html } from './html.mjs'
import { icon } from './icon.mjs'

export function panel({ t }) {
  return html`<button
      type="button"
      class="panel-toggle"
      aria-expanded="false"
      aria-controls="panel"
    >
      ${icon('window')}<span>${t('panelOpen')}</span>
    </button>
    <aside class="panel" id="panel" aria-labelledby="panel-title" hidden>
      <header class="panel-head">
        <h2 id="panel-title" tabindex="-1">${t('panelTitle')}</h2>
        <button type="button" class="panel-close" aria-label="${t('panelClose')}">
          ${icon('close')}
        </button>
      </header>
      <p>${t('panelLead')}</p>
      <p class="panel-status" role="status" data-panel="status">${t('panelStarting')}</p>
      <dl class="panel-figures">
        <div>
          <dt>${t('panelStored')}</dt>
          <dd data-panel="bytes">0 bytes</dd>
        </div>
        <div>
          <dt>${t('panelSent')}</dt>
          <dd data-panel="sent"></dd>
        </div>
      </dl>
      <section>
        <h3>${t('panelWhy')}</h3>
        <div data-panel="why"></div>
        <div class="panel-buttons">
          <button type="button" class="button quiet" data-panel="rearrange">
            ${t('panelRearrange')}
          </button>
        </div>
      </section>
      <etalage-privacy heading-level="3"></etalage-privacy>
    </aside>`
}
