// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

import { html } from './html.mjs'
import { icon } from './icon.mjs'

export function stepper({ t }, label) {
  return html`<div class="stepper">
    <button type="button" data-step="-1" aria-label="${t('fewer')}">${icon('minus')}</button>
    <input
      type="number"
      name="quantity"
      min="1"
      max="99"
      value="1"
      required
      aria-label="${label}"
    />
    <button type="button" data-step="1" aria-label="${t('more')}">${icon('plus')}</button>
  </div>`
}
