// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { html, type Markup } from './Markup.js'
import type { Wording } from './Wording.js'

/** Colours of the page, which follow it from light to dark. */
export const packColour = 'var(--pack)'
export const otherColour = 'var(--other)'

/** A plot and its table, side by side where there is room. */
export function figure(plot: Markup, legend: Markup | undefined, table: Markup): Markup {
  return html`<div class="side">
    <figure>${plot}${legend}</figure>
    <div class="scroll">${table}</div>
  </div>`
}

/** Which colour is which. */
export function legend({ texts }: Wording): Markup {
  return html`<ul class="legend">
    <li>${texts.pack}</li>
    <li>${texts.bestsellers}</li>
  </ul>`
}
