// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What Klaver & Kwast asks of shoppers who let it measure, and what it wants to know the use of. The dashboard shows the answers.

const departments = ['tools', 'garden', 'plants', 'outdoor', 'paint', 'lighting', 'kitchen', 'home']

export const measuring = {
  measures: {
    funnel: { of: 'funnel', label: { nl: 'Van kijken tot kopen', en: 'From viewing to buying' } },
    window: {
      of: 'decision.window',
      label: { nl: 'Welke etalage shoppers zien', en: 'Which window shoppers see' },
    },
    skill: {
      of: 'stated.skill',
      every: '4w',
      label: { nl: 'Hoe handig klanten zijn', en: 'How handy customers are' },
    },
    personalise: {
      of: 'personalise',
      every: '4w',
      label: { nl: 'Laat de winkel meedenken', en: 'Lets the shop personalise' },
    },
    'zero-results': {
      of: 'zero-results',
      categories: departments,
      every: '2w',
      label: { nl: 'Gezocht en niet gevonden', en: 'Searched for and not found' },
    },
    'out-of-stock': {
      of: 'out-of-stock',
      categories: departments,
      every: '2w',
      label: { nl: 'Bekeken en niet op voorraad', en: 'Viewed and out of stock' },
    },
  },
  // None of the front page: who tries the demo comes to see its window arrange itself.
  experiments: {
    cart: {
      slot: 'cart',
      holdout: 0.2,
      label: { nl: 'De etalage bij de winkelwagen', en: 'The shop window at the cart' },
    },
  },
  campaigns: {
    'autumn-2026': {
      slot: 'category',
      from: '2026-09-21',
      to: '2026-12-20',
      compare: 'spring-2026',
      label: { nl: 'Herfst 2026', en: 'Autumn 2026' },
    },
  },
}
