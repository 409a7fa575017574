// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

import { html } from '../html.mjs'

/** The shopper's own panel on a page of its own. The element is all there is to it. */
export function privacyPage({ t }) {
  return {
    path: 'privacy/',
    title: t('privacy'),
    body: html`<etalage-privacy heading-level="1"></etalage-privacy>
      <noscript><p>${t('privacyNeedsScript')}</p></noscript>`,
  }
}
