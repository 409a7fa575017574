// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

import { createStore } from './storage.js'

/** The last order of this window, for the thank-you page. */
export const orderStore = createStore('sessionStorage', 'shop-order')
