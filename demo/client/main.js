// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The storefront in the browser: first what any shop does, then its shop window.

import { openEtalage } from 'etalage'
import { startCartCount } from './cart-count.js'
import { createCart } from './cart.js'
import { startConsentBanner } from './consent-banner.js'
import { createConsent } from './consent.js'
import { toItem } from './data-layer.js'
import { lang, pageContext, type } from './page.js'
import { startCartPage } from './pages/cart.js'
import { startCategoryPage } from './pages/category.js'
import { startCheckoutPage } from './pages/checkout.js'
import { startProductPage } from './pages/product.js'
import { startSearchPage } from './pages/search.js'
import { startThanksPage } from './pages/thanks.js'
import { loadPrivacyPanel } from './panel/load-privacy-panel.js'
import { startPanel } from './panel/panel.js'
import { createShopWindow } from './shop-window.js'
import { loadWords } from './words.js'

const pages = {
  product: startProductPage,
  category: startCategoryPage,
  cart: startCartPage,
  checkout: startCheckoutPage,
  thanks: startThanksPage,
  search: startSearchPage,
}

const consent = createConsent()
const cart = createCart()
let etalage

startCartCount(cart)
startPage()
const askConsent = startConsentBanner(consent, liftVeto)
const panel = startPanel(consent)
if (document.querySelector('main etalage-privacy')) loadPrivacyPanel()
openShopWindow()

async function startPage() {
  await pages[type]?.(cart, (page) => etalage?.setPage(page))
  document.body.classList.remove('awaits-script')
}

async function openShopWindow() {
  const words = loadWords()
  etalage = await openEtalage({
    pack: '/etalage/shop.pack',
    live: '/etalage/live.json',
    collector: '/etalage/reports',
    consent: { ...consent, open: askConsent },
    lang,
    page: pageContext(),
  })
  const tellCart = () => etalage.setCart(cart.lines().map(toItem))
  cart.subscribe(tellCart)
  tellCart()
  panel.connect(etalage, createShopWindow(etalage, await words), await words)
  window.etalage = etalage // to try things out in the browser's console
}

/** Who says yes to the banner no longer means the no that they said in the panel. */
function liftVeto(answer) {
  for (const purpose of ['personalise', 'measure']) {
    if (answer[purpose] && etalage?.consent.state[purpose] === 'denied') {
      etalage.consent.set({ [purpose]: true })
    }
  }
}
