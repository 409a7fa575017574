// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The places in the shop window, the same in both shops. `together` and `recent` have no fallback:
// where nothing is known the page keeps what the server put there.

export const slots = {
  home: {
    strategy: 'for-you',
    count: 8,
    fallback: ['bestsellers'],
    label: { nl: 'De etalage op de voorpagina', en: 'The shop window on the front page' },
  },
  category: {
    strategy: 'for-you',
    count: 4,
    fallback: ['bestsellers'],
    label: { nl: 'De etalage bij een afdeling', en: 'The shop window of a department' },
  },
  product: {
    strategy: 'similar',
    count: 4,
    fallback: ['bestsellers'],
    label: { nl: 'Wat op een product lijkt', en: 'What is like a product' },
  },
  together: {
    strategy: 'bought-together',
    count: 4,
    label: { nl: 'Wat bij een product past', en: 'What goes well with a product' },
  },
  cart: {
    strategy: 'bought-together',
    count: 4,
    fallback: ['for-you', 'bestsellers'],
    label: { nl: 'De etalage bij de winkelwagen', en: 'The shop window at the cart' },
  },
  recent: {
    strategy: 'recently-viewed',
    count: 4,
    label: { nl: 'Wat u onlangs bekeek', en: 'What you looked at lately' },
  },
}
