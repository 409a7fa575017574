// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

import { html } from '../html.mjs'
import { createPicker } from '../picker.mjs'
import { slot } from '../slot.mjs'

export function notFoundPage(view) {
  const { t, url } = view
  return {
    path: '404/',
    title: t('notFound'),
    body: html`<section class="thanks">
        <h1>${t('notFound')}</h1>
        <p>${t('notFoundText')}</p>
        <p><a class="button" href="${url.home}">${t('thanksBack')}</a></p>
      </section>
      ${slot(view, { name: 'recent', products: createPicker()(view.products) })}`,
  }
}
