// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

import { html } from './html.mjs'

/** From the front page down to, and without, the page itself. */
export function breadcrumb({ t, url, nameOf }, path, here) {
  const steps = path.map((_, depth) => path.slice(0, depth + 1))
  return html`<nav class="breadcrumb" aria-label="${t('breadcrumb')}">
    <ol role="list">
      <li><a href="${url.home}">${t('home')}</a></li>
      ${steps.map((step) => html`<li><a href="${url.category(step)}">${nameOf(step)}</a></li>`)}
      <li aria-current="page">${here}</li>
    </ol>
  </nav>`
}
