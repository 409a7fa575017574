// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { DashboardTexts } from './DashboardTexts.js'

export const english: DashboardTexts = {
  title: 'How your shop is doing',
  intro:
    'From answers that shoppers agreed to give. Every single answer was blurred by chance before it left the browser: only many together mean something, ' +
    'and so every number here says how sure it is.',
  otherLanguage: 'Nederlands',
  contents: 'On this page',
  period: {
    title: 'Period',
    from: 'From',
    to: 'Up to and including',
    show: 'Show',
    latest: 'The latest',
    usual: 'The last 12 periods of each question',
    since: (day) => `from ${day}`,
    until: (day) => `up to and including ${day}`,
  },
  facts: {
    answers: (count, isOne) => `${count} ${isOne ? 'answer' : 'answers'}`,
    asked: {
      measure: 'shoppers who agreed to measuring',
      both: 'shoppers who agreed to measuring and to personalising',
    },
    epsilon: (epsilon, ratio) => `ε\u00a0=\u00a0${epsilon} (ln\u00a0${ratio})`,
    interval: '95% intervals',
    open: 'still counting',
    exact: 'counted exactly: no ε, no interval',
  },
  chance: {
    seldom: (count) => `less than once in ${count}`,
    once: (count) => `once in ${count}`,
    often: (count) => `${count} of 100 times`,
  },
  to: 'to',
  notEnough: {
    title: 'Not enough answers yet',
    none: 'No answer has come in for this period.',
    some: (reports, floor, more) =>
      `${reports} of the ${floor} answers that it takes. Another ${more} and there is something to see.`,
    cell: 'not enough answers yet',
    progress: (reports, floor) => `${reports} of ${floor} answers`,
  },
  findings: {
    title: 'What stands out',
    intro: 'Only what chance does not explain.',
    kinds: {
      better: 'Works',
      worse: 'Harms',
      check: 'Check',
      change: 'Changed',
      gap: 'Missed',
      wait: 'Wait',
    },
    nothing: 'Nothing that chance could not explain. That is an outcome too: no need to act.',
    noMeasures:
      'The shop asks no questions yet. Declare measures in the configuration (or take those of retail()), build the pack, and give this collector that pack.',
    noReports:
      'No answers have come in yet. They come from shoppers who agreed to measuring, once the page’s package knows where this collector is. ' +
      'The first numbers appear after a few hundred answers.',
    bought: {
      better: (name) => `${name}: more shoppers buy.`,
      worse: (name) => `${name}: fewer shoppers buy.`,
    },
    clicked: {
      better: (name) => `${name}: more shoppers click.`,
      worse: (name) => `${name}: fewer shoppers click.`,
    },
    arms: (shown, heldOut, points, low, high) =>
      `${shown} of those who were shown it, ${heldOut} of those held out: ${points} points (${low} to ${high}).`,
    ratio: (name, found, expected, chance) =>
      `${name}: ${found} of the answers is from shoppers held out, and ${expected} was meant to be. Chance alone would do that ${chance}. ` +
      'Something answers, or fails to, on one side only: find that first, and do not read its uplift until then.',
    change: {
      up: (answer, measure) => `${measure}: more ‘${answer}’ than the period before.`,
      down: (answer, measure) => `${measure}: less ‘${answer}’ than the period before.`,
    },
    changed: (before, after, points, low, high) =>
      `From ${before} to ${after}: ${points} points (${low} to ${high}).`,
    gap: {
      'zero-results': (category) => `Searched for and not found, most of all: ${category}.`,
      'out-of-stock': (category) => `Seen while sold out, most of all: ${category}.`,
    },
    gapShare: (share, range) => `${share} (${range}) of the shoppers met it.`,
    wait: (names, count) =>
      count === 1
        ? `Not enough answers yet: ${names}.`
        : `${count} questions do not have enough answers yet: ${names}.`,
    more: (name, more) => `${name} (another ${more})`,
  },
  sections: {
    funnel: { title: 'How far shoppers get', intro: 'The furthest step that a shopper reached.' },
    shoppers: {
      title: 'Who your shoppers are',
      intro: 'How large each group is in the latest period that is complete, and how that went.',
    },
    uplift: {
      title: 'What your effort brings',
      intro:
        'Of every experiment a part of the shoppers, drawn by lot in their own browser, sees the shop as if nothing were known of them. The difference between ' +
        'the two sides is what your effort brings.',
    },
    slots: {
      title: 'Places on the page',
      intro: 'The furthest that shoppers went with what a place showed.',
    },
    gaps: {
      title: 'What the assortment lacks',
      intro: 'Searches without a result and products seen while sold out, by category.',
    },
    survey: { title: 'What shoppers say', intro: 'What they answered to your own questions.' },
    consent: {
      title: 'Consent',
      intro: 'Who lets the shop do what: these are the shoppers that the other numbers are of.',
    },
    history: {
      title: 'What the order history says',
      intro: 'The same groups among the customers in your own orders, whoever agreed to what.',
    },
  },
  measure: {
    lead: (answer, share, range) => `Most: ‘${answer}’, ${share} (${range}).`,
    leadYes: (share, range) => `${share} (${range}) of the shoppers.`,
    leadOne: (answer, share, range) => `‘${answer}’: ${share} (${range}).`,
    leadGap: (answer, share, range) =>
      `Most of all: ‘${answer}’, ${share} (${range}) of the shoppers.`,
    nothingMet: (share, range) => `${share} (${range}) met nothing of the kind.`,
    chart: (measure, lead) => `Bar chart of ${measure}. ${lead}`,
    shownOf: (shown, all) => `The ${shown} largest of ${all} answers; all are in the table.`,
    trend: 'Over time',
    trendNote:
      'The band is the 95% interval. Every answer has a scale of its own. An open dot is a period that still counts.',
    trendChart: (answer, first, last, least, most) =>
      `Line of ‘${answer}’: ${first} at first, ${last} at last, between ${least} and ${most}.`,
    noTrend: 'A line over time appears from the second period with enough answers on.',
    numbers: 'All numbers',
    numbersOf: (measure) => `Numbers of ${measure}`,
    overTimeOf: (measure) => `${measure} over time`,
    answer: 'Answer',
    share: 'Share',
    raw: 'Raw estimate',
    counted: 'In shoppers',
    rawNote:
      'The share is made to be shown: never negative, all together 100%. The raw estimate is unbiased and can be negative by chance; the interval is around it. Under each is its 95% interval.',
    same: 'cannot be told from none',
    period: 'Period',
    whole: 'Whole period',
    lastOf: (count) => `The last ${count} periods; all of them are in the file.`,
    reports: 'Answers',
    sure: 'How sure, and how private',
    download: 'As a file:',
    downloadOf: (measure) => `numbers of ${measure}`,
  },
  sure: {
    truth: {
      'k-rr': (truth) =>
        `A single answer is the true one in ${truth} of 100 cases. Nobody can tell which.`,
      oue: (truth, other) =>
        `A single answer marks the true one in ${truth} of 100 cases, and each of the others in ${other} of 100. Nobody can tell which.`,
    },
    interval: (now, answers, factor) =>
      `The widest interval is ±\u00a0${now} points. Half of that takes about ${answers} answers in the period: ${factor} times as many.`,
    forged: (moves, share) =>
      `A forged answer moves an estimate by at most ${moves} shoppers: ${share} of these answers.`,
    together: (moves, share) =>
      `It moves all estimates together by at most ${moves} shoppers: ${share} of these answers.`,
    once: (days) => `A shopper answers at most once in ${days}.`,
    asked: {
      visit: 'Asked during a visit, at a moment drawn by lot.',
      epoch: 'Asked at the first visit after a moment of the period that is drawn by lot.',
    },
    bounds: (from, to) => `Asked from ${from} up to and including ${to}.`,
    series: (series, of) => `Series ${series}, of ${of}. Another definition starts another series.`,
  },
  uplift: {
    kinds: { package: 'Whole package', slot: 'Place on the page', campaign: 'Campaign' },
    at: (slot) => `at ‘${slot}’`,
    holdout: (share) => `${share} held out`,
    bought: 'Bought',
    clicked: 'Clicked or further',
    chart: (name, rows) => `Uplift of ${name}, beside a line at no difference. ${rows}`,
    chartRow: (name, points, low, high) => `${name}: ${points} points (${low} to ${high}).`,
    fixed: '95% interval',
    anytime: 'valid at any look',
    zero: 'no difference',
    verdicts: {
      better: 'Better, whenever you look.',
      worse: 'Worse, whenever you look.',
      leaning:
        'It leans that way, but who looks every week sees such a thing by chance too. Wait until the interval for any look leaves zero.',
      none: 'No difference can be told yet.',
      unknown: 'Not enough answers yet to say anything.',
    },
    lead: (outcome, shown, heldOut) =>
      `${outcome}: ${shown} of those who were shown it, ${heldOut} of those held out.`,
    table: (name) => `Uplift of ${name}`,
    what: 'Outcome',
    uplift: 'Uplift, points',
    relative: 'Relative',
    impossible:
      'Noise takes the estimate of one side beyond what is possible: only the interval means something here.',
    relatively: (change) => `That is ${change} on the rate of those held out.`,
    anyTime: '95%, at any look',
    shown: 'shown',
    heldOut: 'held out',
    arms: (name) => `The two sides of ${name}`,
    arm: 'Side',
    armReports: 'Answers, estimated',
    response: 'Answers, of those expected',
    armShare: 'Share of the answers',
    ratio: {
      fine: (found, expected, chance) =>
        `Held out is ${found} of the answers, ${expected} was meant to be: chance alone goes that far ${chance}.`,
      suspect: (found, expected, chance) =>
        `The sides are not as large as they should be: ${found} is held out, ${expected} was meant to be. Chance alone goes that far ${chance}. Do not read the uplift until the cause is found.`,
    },
    noRatio: 'Whether the sides are as large as they should be cannot be told yet.',
    needed: (half, answers, target) =>
      `Now ±\u00a0${half} points. For ±\u00a0${target} points it takes about ${answers} answers; a larger part held out, or a larger ε, takes fewer.`,
    against: (name) => `Beside ${name}`,
    difference: (points, low, high) =>
      `This campaign’s uplift less the earlier one’s: ${points} points (${low} to ${high}).`,
    againstVerdicts: {
      better: 'Better than the earlier one.',
      worse: 'Less than the earlier one.',
      none: 'No difference between the two to be seen.',
    },
    points: 'in percentage points',
  },
  consent: {
    banner: 'The banner’s own count',
    bannerLead: (shown, personalise, measure) =>
      `Of ${shown} times that it was shown: ${personalise} agreed to personalising, ${measure} to measuring.`,
    bannerNote: 'Imported from the banner. Who never agreed to measuring is in here too.',
    noBanner:
      'How many of all visitors agree is known to your consent banner only: give the collector its figures and they stand here.',
    chart: (personalise, measure) =>
      `Lines by day: agreed to personalising ${personalise}, to measuring ${measure}, of all times that the banner was shown.`,
    day: 'Day',
    shown: 'Shown',
    personalise: 'agreed to personalising',
    measure: 'agreed to measuring',
    whole: 'Whole period',
    table: 'What the banner counted',
  },
  history: {
    lead: (customers, period) => `${customers} customers, in the orders of ${period}.`,
    note: 'From your own orders, as they were when the pack was built.',
    segments: 'Segments',
    segment: 'Group',
    customers: 'Customers',
    value: 'Spent',
    now: 'Among who answered now',
    tooFew: 'too few',
    notAsked: 'not asked',
    chart: 'Bar chart: share of the customers in the order history, by group.',
    nowNote:
      'A customer of the orders is not a visitor of the shop: compare how things move, not how large they are.',
  },
  earlier: {
    title: 'Questions of before',
    intro:
      'No longer asked in this form. A question that is defined differently starts again at nothing; what it gave before is kept.',
    name: 'Question',
    series: 'Series',
    reports: 'Answers',
  },
  reading: {
    title: 'How to read this',
    points: [
      'An answer is blurred in the browser: by lot it becomes another one. Many answers together give the truth back, less sharply than a plain count would.',
      'The 95% interval holds the true share among who answered in 95 of 100 cases. A thin bar or a light band in a chart is that interval.',
      'Of several periods together one shopper may have answered more than once, and nobody can tell: where many did, the interval is somewhat too narrow. That of a single period is not.',
      'ε says how much a single answer can give away: at ε = 1.10 the truth is at most 3 times as likely as anything else; the larger, the sharper the numbers and the less the privacy.',
      'Who did not agree to measuring is in none of these numbers. They may be other people than those who did.',
      '‘Not enough answers yet’ keeps noise from looking like news. It is no protection: that is in the answers themselves.',
    ],
    budget: (week, lifetime) =>
      `Whatever is asked, the answers of one profile cost together at most ε = ${week} a week and ${lifetime} in all; whoever erases it begins another.`,
  },
  data: 'All questions as JSON',
}
