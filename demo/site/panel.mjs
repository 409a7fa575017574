// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The panel that shows what the browser knows; client/panel/ fills it.

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
        <h3>${t('panelConsent')}</h3>
        ${purposeSwitch(t, 'personalise', t('purposePersonalise'))}
        ${purposeSwitch(t, 'measure', t('purposeMeasure'))}
      </section>
      <section>
        <h3>${t('panelFacts')}</h3>
        <div data-panel="facts"></div>
        <div class="panel-buttons">
          <button type="button" class="button quiet" data-panel="export">
            ${t('panelExport')}
          </button>
          <button type="button" class="button quiet" data-panel="erase">${t('panelErase')}</button>
        </div>
      </section>
      <section>
        <h3>${t('panelSegments')}</h3>
        <div data-panel="segments"></div>
      </section>
      <section>
        <h3>${t('panelWhy')}</h3>
        <div data-panel="why"></div>
        <div class="panel-buttons">
          <button type="button" class="button quiet" data-panel="rearrange">
            ${t('panelRearrange')}
          </button>
        </div>
      </section>
    </aside>`
}

function purposeSwitch(t, purpose, title) {
  return html`<div class="switch-row">
    <span id="switch-${purpose}">${title}</span>
    <span class="switch-state" data-state="${purpose}">${t('consentUnknown')}</span>
    <button
      type="button"
      class="switch"
      role="switch"
      aria-checked="false"
      aria-labelledby="switch-${purpose}"
      data-switch="${purpose}"
    ></button>
  </div>`
}
