// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The places in the shop window, the same in both shops. `together` and `recent` have no fallback:
// where nothing is known the page keeps what the server put there.

export const slots = {
  home: { strategy: 'for-you', count: 8, fallback: ['bestsellers'] },
  category: { strategy: 'for-you', count: 4, fallback: ['bestsellers'] },
  product: { strategy: 'similar', count: 4, fallback: ['bestsellers'] },
  together: { strategy: 'bought-together', count: 4 },
  cart: { strategy: 'bought-together', count: 4, fallback: ['for-you', 'bestsellers'] },
  recent: { strategy: 'recently-viewed', count: 4 },
}
