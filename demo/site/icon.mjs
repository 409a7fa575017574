// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Line icons of 24 by 24, drawn in the colour of the text beside them.

import { html } from './html.mjs'

const shapes = {
  search: html`<circle cx="11" cy="11" r="6.5" /><path d="m16 16 5 5" />`,
  cart: html`<path d="M3 4h2.5l2 11h10l2.5-8H6.5" /><circle cx="9.5" cy="19.5" r="1.5" /><circle
      cx="16.5"
      cy="19.5"
      r="1.5"
    />`,
  check: html`<path d="m5 12.5 4.5 4.5L19 7.5" />`,
  close: html`<path d="m6 6 12 12M18 6 6 18" />`,
  minus: html`<path d="M6 12h12" />`,
  plus: html`<path d="M6 12h12M12 6v12" />`,
  truck: html`<path d="M2.5 6.5h11v10h-11zM13.5 10h4l4 3.5v3h-8" /><circle
      cx="7"
      cy="17.5"
      r="1.8"
    /><circle cx="17" cy="17.5" r="1.8" />`,
  parcel: html`<path d="m12 3 8 4.2v9.6L12 21l-8-4.2V7.2zM4 7.2l8 4.3 8-4.3M12 11.5V21" />`,
  back: html`<path d="M8 5 4 9l4 4" /><path d="M4 9h10a5 5 0 0 1 0 10H8" />`,
  lock: html`<rect x="5" y="11" width="14" height="9" rx="2" /><path
      d="M8 11V8a4 4 0 0 1 8 0v3"
    />`,
  window: html`<rect x="4" y="4" width="16" height="16" rx="2" /><path d="M12 4v16M4 12h16" />`,
}

export function icon(name) {
  return html`<svg
    class="icon"
    viewBox="0 0 24 24"
    width="24"
    height="24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.8"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${shapes[name]}
  </svg>`
}
