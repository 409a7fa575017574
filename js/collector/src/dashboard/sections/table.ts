// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { html, type Content, type Markup } from '../Markup.js'

/** A table that scrolls by itself where it is too wide, also by keyboard. */
export function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly [string, ...Content[]])[],
): Markup {
  return html`<p class="caption">${caption}</p>
    <div class="scroll" role="group" tabindex="0" aria-label="${caption}">
      <table>
        <thead>
          <tr>
            ${head.map((name) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ([name, ...cells]) =>
              html`<tr>
                <th scope="row">${name}</th>
                ${cells.map((cell) => html`<td>${cell}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`
}

/** A number, and under it what goes with it. */
export function cell(number: string, ...notes: readonly string[]): Markup {
  return html`${number}${notes.map((note) => html`<span class="note">${note}</span>`)}`
}
