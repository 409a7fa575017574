// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** Every word of the dashboard in one language. Numbers come as they are to be shown. */
export interface DashboardTexts {
  title: string
  intro: string
  otherLanguage: string
  contents: string
  period: {
    title: string
    from: string
    to: string
    show: string
    latest: string
    /** Where no period is chosen. */
    usual: string
    since: (day: string) => string
    until: (day: string) => string
  }
  /** What stands beside every group of numbers. */
  facts: {
    answers: (count: string, isOne: boolean) => string
    asked: { measure: string; both: string }
    epsilon: (epsilon: string, ratio: string) => string
    interval: string
    open: string
    exact: string
  }
  chance: Record<'seldom' | 'once' | 'often', (count: string) => string>
  /** Between the ends of an interval. */
  to: string
  notEnough: {
    title: string
    none: string
    some: (reports: string, floor: string, more: string) => string
    /** In a cell of a table. */
    cell: string
    progress: (reports: string, floor: string) => string
  }
  findings: {
    title: string
    intro: string
    kinds: Record<'better' | 'worse' | 'check' | 'change' | 'gap' | 'wait', string>
    nothing: string
    noMeasures: string
    noReports: string
    bought: Record<'better' | 'worse', (name: string) => string>
    clicked: Record<'better' | 'worse', (name: string) => string>
    arms: (shown: string, heldOut: string, points: string, low: string, high: string) => string
    ratio: (name: string, found: string, expected: string, chance: string) => string
    change: Record<'up' | 'down', (answer: string, measure: string) => string>
    changed: (before: string, after: string, points: string, low: string, high: string) => string
    gap: Record<'zero-results' | 'out-of-stock', (category: string) => string>
    gapShare: (share: string, range: string) => string
    wait: (names: string, count: number) => string
    more: (name: string, more: string) => string
  }
  sections: Record<
    'funnel' | 'shoppers' | 'uplift' | 'slots' | 'gaps' | 'survey' | 'consent' | 'history',
    { title: string; intro: string }
  >
  measure: {
    lead: (answer: string, share: string, range: string) => string
    leadYes: (share: string, range: string) => string
    leadOne: (answer: string, share: string, range: string) => string
    leadGap: (answer: string, share: string, range: string) => string
    nothingMet: (share: string, range: string) => string
    chart: (measure: string, lead: string) => string
    shownOf: (shown: string, all: string) => string
    trend: string
    trendNote: string
    trendChart: (answer: string, first: string, last: string, least: string, most: string) => string
    noTrend: string
    numbers: string
    numbersOf: (measure: string) => string
    overTimeOf: (measure: string) => string
    answer: string
    share: string
    raw: string
    counted: string
    rawNote: string
    same: string
    period: string
    whole: string
    lastOf: (count: string) => string
    reports: string
    sure: string
    download: string
    downloadOf: (measure: string) => string
  }
  sure: {
    truth: Record<'k-rr' | 'oue', (truth: string, other: string) => string>
    interval: (now: string, answers: string, factor: string) => string
    forged: (moves: string, share: string) => string
    together: (moves: string, share: string) => string
    once: (days: string) => string
    asked: Record<'visit' | 'epoch', string>
    bounds: (from: string, to: string) => string
    series: (series: string, of: string) => string
  }
  uplift: {
    kinds: Record<'package' | 'slot' | 'campaign', string>
    at: (slot: string) => string
    holdout: (share: string) => string
    bought: string
    clicked: string
    chart: (name: string, rows: string) => string
    chartRow: (name: string, points: string, low: string, high: string) => string
    fixed: string
    anytime: string
    zero: string
    verdicts: Record<'better' | 'worse' | 'leaning' | 'none' | 'unknown', string>
    lead: (outcome: string, shown: string, heldOut: string) => string
    table: (name: string) => string
    what: string
    uplift: string
    relative: string
    /** The estimated rate of a side is under none or over all. */
    impossible: string
    relatively: (change: string) => string
    anyTime: string
    shown: string
    heldOut: string
    arms: (name: string) => string
    arm: string
    armReports: string
    response: string
    armShare: string
    ratio: Record<'fine' | 'suspect', (found: string, expected: string, chance: string) => string>
    noRatio: string
    needed: (half: string, answers: string, target: string) => string
    against: (name: string) => string
    /** Of a difference in uplift. */
    difference: (points: string, low: string, high: string) => string
    againstVerdicts: Record<'better' | 'worse' | 'none', string>
    points: string
  }
  consent: {
    banner: string
    bannerLead: (shown: string, personalise: string, measure: string) => string
    bannerNote: string
    noBanner: string
    chart: (personalise: string, measure: string) => string
    day: string
    shown: string
    personalise: string
    measure: string
    whole: string
    table: string
  }
  history: {
    lead: (customers: string, period: string) => string
    note: string
    segments: string
    segment: string
    customers: string
    value: string
    now: string
    tooFew: string
    notAsked: string
    chart: string
    nowNote: string
  }
  earlier: { title: string; intro: string; name: string; series: string; reports: string }
  reading: { title: string; points: string[]; budget: (week: string, lifetime: string) => string }
  data: string
}
