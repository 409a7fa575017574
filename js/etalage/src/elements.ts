// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Importing this file defines the elements. On a server, where there are none, it does nothing.
import { EtalagePrivacy } from './elements/EtalagePrivacy.js'

if (typeof customElements === 'object' && !customElements.get('etalage-privacy')) {
  customElements.define('etalage-privacy', EtalagePrivacy)
}

declare global {
  interface HTMLElementTagNameMap {
    'etalage-privacy': EtalagePrivacy
  }
}

export { EtalagePrivacy }
