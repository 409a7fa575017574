// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// A shop's page, with a banner that keeps its answer as banners do; where it cannot, for the page.
import { openEtalage } from '/etalage/index.js'

const listeners = new Set()
const tell = () => listeners.forEach((changed) => changed())
let answer = {}
addEventListener('storage', ({ key }) => {
  if (key === 'shop-consent') tell()
})

window.banner = {
  read() {
    try {
      return JSON.parse(localStorage.getItem('shop-consent')) ?? answer
    } catch {
      return answer
    }
  },
  subscribe(changed) {
    listeners.add(changed)
    return () => listeners.delete(changed)
  },
  /** Nothing: the answer is withdrawn, and the question open again. */
  choose(choice) {
    answer = choice ?? {}
    try {
      if (choice) localStorage.setItem('shop-consent', JSON.stringify(choice))
      else localStorage.removeItem('shop-consent')
    } catch {
      // The answer holds for this page.
    }
    tell()
  },
}

const {
  type = 'home',
  collector = window.collector, // only some shops measure
  ...about
} = Object.fromEntries(new URLSearchParams(location.search))
window.etalage = await openEtalage({
  pack: '/etalage/shop.pack',
  consent: window.banner,
  collector,
  page: { type, ...about },
  lang: 'nl',
})
