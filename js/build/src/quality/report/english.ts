// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { ReportTexts } from './ReportTexts.js'

export const english: ReportTexts = {
  title: 'How well this pack knows what comes next',
  pack: 'this pack',
  bestsellers: 'bestsellers',
  all: 'all steps',
  new: 'steps to a new product',
  unknown: {
    noHistory: 'There is no history to test on.',
    fewSessions: (least, sessions) =>
      `That takes at least ${least} sessions, and there are ${sessions}.`,
    noSteps: 'None of the sessions to test on has a second product.',
  },
  notMeasured: 'Nothing was measured.',
  days: (from, to) =>
    from === to ? `the sessions of ${from}` : `the sessions of ${from} to ${to}`,
  lastSessions: 'the last sessions',
  what: (when, sessions, steps) =>
    `A pack was trained on the history without ${when}, and then tried on those: ${sessions} sessions with ${steps} steps from one ` +
    'product to the next. At each step it was asked for 20 products, knowing only what the session had before. Counted is how ' +
    'often the product that the shopper really went to was among them.',
  sampled: (cases, steps) => `Tried were ${cases} of the ${steps} steps, evenly spread.`,
  headline: {
    all: (hits) => `In ${hits} of 100 steps, the next product was among the 20 shown.`,
    new: (hits) => `In ${hits} of 100 steps to a new product, it was among the 20 shown.`,
  },
  besideBestsellers: (hits) => `A list of bestsellers: ${hits} of 100.`,
  few: (cases) =>
    `Only ${cases} steps could be tried. That is too few to say much: look at the intervals before you draw a conclusion.`,
  fewHere: 'too few to say',
  tables: {
    figures: 'Figures',
    group: 'Group',
    cases: (steps) => `${steps} steps`,
    share: 'Found',
    intervals: 'below it its 95% interval',
    shown: 'Products shown',
  },
  hits: {
    title: 'Found among twenty',
    intro:
      'All steps count every next product, also one that the session had before. Steps to a new product leave those out, and the ' +
      "session's own products are kept out of the list: this is what a shop mostly wants to show.",
    hr: 'HR@20: how often it was found',
    mrr: 'MRR@20: how far up',
  },
  curve: {
    title: 'How long the list has to be',
    intro: 'How often the next product was found when fewer than 20 are shown.',
    axis: 'products shown',
    label: (kind, pack, other) =>
      `Line chart, ${kind}: found in a list of 1 to 20 products. At 20, this pack finds ${pack} and bestsellers ${other}.`,
  },
  known: {
    title: 'How much the session had told',
    intro: 'Steps to a new product, by how many different products the session had before.',
    groups: ['1 product', '2 products', '3 to 5 products', '6 or more products'],
    label: 'Bar chart: how often the next product was found, by what the session had before.',
  },
  popularity: {
    title: 'Popular products and the others',
    intro:
      'Steps to a new product, by how popular that product is. A list of bestsellers can know no more than the twenty most popular.',
    groups: ['the most popular tenth', 'the rest of the first half', 'the less popular half'],
    label: 'Bar chart: how often the next product was found, by how popular that product is.',
  },
  head: {
    title: 'What gets shown',
    intro: (coverage, products) =>
      `${coverage} of the ${products} products were in at least one list. Below: what part of all shown places went to the most ` +
      'popular tenth of the products, beside the part of the real steps that went there. Far more than the real part means that ' +
      'the pack pushes what is popular already.',
    lists: 'places in the lists',
    real: 'real steps',
    share: 'Share',
    what: 'To the most popular tenth',
    label: (lists, real) =>
      `Bar chart: ${lists} of the places in the lists go to the most popular tenth of the products, and ${real} of the real steps.`,
  },
  reading: {
    title: 'How to read this',
    points: [
      'HR@20 (hit rate) is the share of the steps whose product was among the 20. MRR@20 (mean reciprocal rank) also counts how far up: ' +
        '1 for the first place, 1/2 for the second, 1/20 for the twentieth, 0 where it is not there.',
      'The 95% interval is where the figure may lie if it is only chance that these sessions were the last. It takes steps as ' +
        'independent of each other; those of one session are not quite, so it is a little too narrow.',
      'Shoppers saw the shop as it was, not these lists. A product that was not found may have been just as welcome. Whether the ' +
        'shop sells more, only a test in the shop can tell.',
      'The pack that is served is trained on everything, the last days included.',
    ],
  },
  about: (pack, products, lines) =>
    `Pack ${pack}: ${products} products, from ${lines} lines of history. This page is for the shop: it does not belong among the files ` +
    'that everybody can fetch.',
}
