// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The site's addresses, on the server and in the browser.

export function urlsOf(lang) {
  const at = (path) => `/${lang}/${path}`
  return {
    at,
    home: at(''),
    category: (path, page = 1) => at(`c/${path.join('/')}/${page > 1 ? `page-${page}/` : ''}`),
    product: (id) => at(`p/${encodeURIComponent(id)}/`),
    search: at('search/'),
    cart: at('cart/'),
    checkout: at('checkout/'),
    thanks: at('thanks/'),
    info: at('info/'),
    privacy: at('privacy/'),
    catalogue: `/data/catalogue.${lang}.json`,
    words: `/data/words.${lang}.json`,
  }
}
