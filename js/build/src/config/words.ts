// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What answers are called that a shop need not name.

export const yes = { en: 'Yes', nl: 'Ja' }
export const no = { en: 'No', nl: 'Nee' }
export const unknown = { en: 'Unknown', nl: 'Onbekend' }

export const funnelWords = {
  bought: { en: 'Bought', nl: 'Kocht' },
  checkout: { en: 'Began to check out', nl: 'Begon met afrekenen' },
  carted: { en: 'Put something into the cart', nl: 'Legde iets in de winkelwagen' },
  viewed: { en: 'Viewed a product', nl: 'Bekeek een product' },
  none: { en: 'None of these', nl: 'Geen van deze' },
}

export const slotWords = {
  bought: { en: 'Clicked and bought', nl: 'Klikte en kocht' },
  carted: { en: 'Clicked and put into the cart', nl: 'Klikte en legde in de winkelwagen' },
  clicked: { en: 'Clicked', nl: 'Klikte' },
  shown: { en: 'Saw it', nl: 'Zag het' },
  none: { en: 'Did not see it', nl: 'Zag het niet' },
}

export const gapWords = {
  other: { en: 'Elsewhere', nl: 'Elders' },
  none: { en: 'Nowhere', nl: 'Nergens' },
}

export const armWords = {
  shown: { en: 'Shown', nl: 'Getoond' },
  'held-out': { en: 'Held out', nl: 'Achtergehouden' },
}
