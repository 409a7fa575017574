// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// A web shop of which the dashboard is drawn: shoppers with known answers, randomised one by one, and estimated with the errors that
// this noise has. The same seed gives the same shop.

const day = 86_400_000
const z = 1.959964
/** Epochs are numbered from the Unix epoch, which was a Thursday: so weeks begin on Thursdays. */
const thursday = Date.UTC(2026, 7, 27)

export const iso = (time) => new Date(time).toISOString().slice(0, 10)

/** Numbers in [0, 1): Mulberry32. */
export function randomNumbers(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

export const answers = (words) =>
  Object.entries(words).map(([value, [en, nl]]) => ({ value, en, nl }))

/** A measure as a pack describes it. */
export function describe({ a = 3, b = 1, columns = [], days = 7, ...given }) {
  const buckets = given.rows.length * columns.length || given.rows.length
  const isFew = b * (buckets - 2) < 3 * a
  return {
    series: seriesOf(given.name),
    mechanism: isFew ? 'k-rr' : 'oue',
    a,
    b,
    epsilon: Math.log(a / b),
    p: isFew ? a / (a + (buckets - 1) * b) : 1 / 2,
    q: isFew ? b / (a + (buckets - 1) * b) : b / (a + b),
    days,
    at: 'visit',
    from: 0,
    to: 0,
    personal: false,
    across: null,
    experiment: '',
    columns,
    ...given,
  }
}

function seriesOf(name) {
  let hash = 0xcbf29ce484222325n
  for (const byte of Buffer.from(name)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n)
  }
  return hash.toString(16).padStart(16, '0')
}

/** So many shoppers answer: how often each bucket was supported, and by each pair of answers. */
function collect(random, { mechanism, p, q }, shares, reports) {
  const counts = shares.map(() => 0)
  const sum = shares.reduce((all, share) => all + share, 0)
  for (let i = 0; i < reports; ++i) {
    let left = random() * sum
    let truth = shares.findIndex((share) => (left -= share) < 0)
    if (truth < 0) truth = shares.length - 1
    if (mechanism === 'oue') {
      for (let v = 0; v < shares.length; ++v) if (random() < (v === truth ? p : q)) ++counts[v]
    } else if (random() < p) {
      ++counts[truth]
    } else {
      const other = Math.floor(random() * (shares.length - 1))
      ++counts[other < truth ? other : other + 1]
    }
  }
  return counts
}

export function estimate({ p, q }, counts, reports) {
  const raw = counts.map((count) => (count - reports * q) / (p - q))
  const variance = (share) =>
    (reports * q * (1 - q)) / (p - q) ** 2 + (reports * share * (1 - p - q)) / (p - q)
  const shown = normSub(raw, reports)
  const manyZ = 3.3
  return raw.map((count, v) => {
    const share = count / reports
    const se = Math.sqrt(variance(Math.min(1, Math.max(0, share)))) / reports
    return {
      count,
      share,
      se,
      low: share - z * se,
      high: share + z * se,
      display: shown[v] / reports,
      different: Math.abs(count) > manyZ * Math.sqrt(variance(0)),
    }
  })
}

/** Never negative, and all together as many as reported. */
function normSub(raw, reports) {
  let kept = raw.map(() => true)
  for (;;) {
    const sum = raw.reduce((all, count, v) => all + (kept[v] ? count : 0), 0)
    const spread = (reports - sum) / kept.filter(Boolean).length
    const shown = raw.map((count, v) => (kept[v] ? count + spread : 0))
    if (shown.every((count) => count >= 0)) return shown
    kept = kept.map((keep, v) => keep && shown[v] >= 0)
  }
}

/** Linear in the reports of a k-ary randomised response: its sum, and what each report adds to it. */
function functional({ p, q }, counts, weights) {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const each = weights.map((weight) => (weight - q * all) / (p - q))
  return { each, sum: each.reduce((sum, value, v) => sum + value * counts[v], 0) }
}

/** The difference between the arms, from the counts of k-ary randomised response; `success`: rows. */
export function uplift(measure, counts, reports, success, holdout) {
  const columns = measure.columns.length
  const buckets = counts.map((_, v) => ({ row: Math.floor(v / columns), column: v % columns }))
  const spread = (each) =>
    Math.sqrt(counts.reduce((sum, count, v) => sum + count * each[v] ** 2, 0))
  const arms = [0, 1].map((arm) => {
    const size = functional(
      measure,
      counts,
      buckets.map(({ column }) => Number(column === arm)),
    )
    const hits = functional(
      measure,
      counts,
      buckets.map(({ row, column }) => Number(column === arm && success.includes(row))),
    )
    const rate = hits.sum / size.sum
    const influence = hits.each.map((value, v) => (value - rate * size.each[v]) / size.sum)
    const share = size.sum / reports
    const se = spread(size.each.map((value) => value - share))
    const rateSe = spread(influence)
    const numbers = {
      reports: size.sum,
      se,
      share,
      response: share / (arm ? holdout : 1 - holdout),
      low: share - (z * se) / reports,
      high: share + (z * se) / reports,
      rate,
      rateLow: rate - z * rateSe,
      rateHigh: rate + z * rateSe,
    }
    return { influence, numbers }
  })
  const difference = arms[0].numbers.rate - arms[1].numbers.rate
  const se = spread(arms[0].influence.map((value, v) => value - arms[1].influence[v]))
  const anytime = 3.02 * se
  const found = arms[1].numbers.share
  const ratioZ = Math.abs(found - holdout) / (arms[1].numbers.se / reports)
  const p = Math.min(1, 2 * Math.exp(-0.717 * ratioZ - 0.416 * ratioZ ** 2) * 0.5)
  return {
    arms: arms.map(({ numbers }) => numbers),
    uplift: difference,
    low: difference - z * se,
    high: difference + z * se,
    anytimeLow: difference - anytime,
    anytimeHigh: difference + anytime,
    relative: difference / arms[1].numbers.rate,
    ratio: { expected: holdout, found, p, suspect: p < 0.001 },
  }
}

/** The estimates of a measure whose shoppers answer with `shares(epoch)`, `reports(epoch)` of them in each epoch. */
export function measured(
  measure,
  { shares, reports, epochs = 12, seed = 1, experiment, floor = 200, start = thursday },
) {
  const random = randomNumbers(seed)
  const buckets = measure.rows.length * (measure.columns.length || 1)
  const all = Array.from({ length: buckets }, () => 0)
  let sum = 0
  const list = Array.from({ length: epochs }, (_, i) => {
    const count = reports(i)
    const counts = collect(random, measure, shares(i), count)
    counts.forEach((value, v) => (all[v] += value))
    sum += count
    const epoch = Math.floor(start / (measure.days * day)) + i
    const from = epoch * measure.days * day
    return {
      epoch,
      from: iso(from),
      to: iso(from + (measure.days - 1) * day),
      open: i >= epochs - 1,
      reports: count,
      enough: count >= floor,
      estimates: count >= floor ? estimate(measure, counts, count) : null,
    }
  })
  const enough = sum >= floor
  const gain = (rows) =>
    experiment && enough
      ? uplift(
          measure,
          all,
          sum,
          rows.map((value) => measure.rows.findIndex((row) => row.value === value)),
          experiment.holdout,
        )
      : null
  const perReport = 1 / (measure.p - measure.q)
  return {
    measure,
    from: list[0]?.from ?? iso(start),
    to: list.at(-1)?.to ?? iso(start + 12 * 7 * day - 1),
    answeredBy: measure.personal ? 'both' : 'measure',
    floor,
    epochs: list,
    total: { reports: sum, enough, estimates: enough ? estimate(measure, all, sum) : null },
    perReport,
    allBits: measure.mechanism === 'oue' ? buckets * perReport : perReport,
    uplift: gain(['bought']),
    clicks: experiment?.slot ? gain(['clicked', 'carted', 'bought']) : null,
    against: null,
  }
}

export function compare(later, earlier) {
  const difference = later.uplift - earlier.uplift
  const half = Math.hypot(later.high - later.low, earlier.high - earlier.low) / 2
  return { difference, low: difference - half, high: difference + half }
}

const arms = answers({ shown: ['shown', 'getoond'], 'held-out': ['held out', 'controlegroep'] })
const steps = answers({
  none: ['Nothing', 'Niets'],
  viewed: ['Viewed a product', 'Product bekeken'],
  carted: ['Put in the cart', 'In de winkelwagen'],
  checkout: ['Began to pay', 'Begon af te rekenen'],
  bought: ['Bought', 'Gekocht'],
})
const outcomes = answers({
  none: ['Not seen', 'Niet gezien'],
  shown: ['Seen', 'Gezien'],
  clicked: ['Clicked', 'Geklikt'],
  carted: ['Put in the cart', 'In de winkelwagen'],
  bought: ['Bought', 'Gekocht'],
})
const yesNo = answers({ no: ['no', 'nee'], yes: ['yes', 'ja'] })
const categories = answers({
  none: ['none', 'geen'],
  tools: ['Tools', 'Gereedschap'],
  garden: ['Garden', 'Tuin'],
  paint: ['Paint', 'Verf'],
  light: ['Lighting', 'Verlichting'],
  bath: ['Bathroom', 'Badkamer'],
  other: ['other', 'overig'],
})
const stages = {
  'first-time-visitor': ['First-time visitor', 'Eerste bezoek'],
  'returning-visitor': ['Returning visitor', 'Terugkerende bezoeker'],
  prospect: ['Prospect', 'Kansrijk'],
  'first-time-customer': ['First-time customer', 'Eerste aankoop'],
  'repeat-customer': ['Repeat customer', 'Kocht vaker'],
  'loyal-customer': ['Loyal customer', 'Trouwe klant'],
  drifting: ['Drifting away', 'Koopt minder dan voorheen'],
  lapsed: ['Lapsed', 'Koopt hier niet meer'],
  unknown: ['Unknown', 'Onbekend'],
}
const levels = {
  high: ['High', 'Hoog'],
  middle: ['Middle', 'Midden'],
  low: ['Low', 'Laag'],
  unknown: ['Unknown', 'Onbekend'],
}

/** Shares by arm, one after another: those who are shown it, and those held out. */
const byArm = (shown, heldOut, holdout) =>
  shown.flatMap((share, row) => [share * (1 - holdout), heldOut[row] * holdout])

const experiments = [
  {
    name: 'package',
    slot: '',
    label: { en: '', nl: '' },
    holdout: 0.1,
    from: 0,
    to: 0,
    compare: '',
  },
  {
    name: 'home',
    slot: 'home',
    label: { en: 'Recommendations on the home page', nl: 'Aanbevelingen op de startpagina' },
    holdout: 0.3,
    from: 0,
    to: 0,
    compare: '',
  },
  {
    name: 'autumn-2026',
    slot: 'home',
    label: { en: 'Autumn: the garden in order', nl: 'Herfst: de tuin op orde' },
    holdout: 0.5,
    from: Date.UTC(2026, 9, 12),
    to: Date.UTC(2026, 10, 9),
    compare: 'spring-2026',
  },
  {
    name: 'cart',
    slot: 'cart',
    label: { en: 'Goes with your cart', nl: 'Past bij uw winkelwagen' },
    holdout: 0.2,
    from: 0,
    to: 0,
    compare: '',
  },
]
const [everything, home, autumn, cart] = experiments

export const budget = { week: 3.3, lifetime: 86 }

/** Twelve weeks of a shop that sells for the house and the garden. */
export function houseAndGarden() {
  const busy = (scale) => (week) =>
    Math.round(scale * (4100 + 60 * week) * (week === 11 ? 0.45 : 1))
  const steady = (shares) => () => shares
  const spring = measured(
    describe({
      name: 'spring-2026',
      of: 'slot.home',
      label: { en: '', nl: '' },
      rows: outcomes,
      columns: arms,
      across: 'experiment',
      experiment: 'spring-2026',
      a: 20,
    }),
    {
      shares: steady(byArm([0.38, 0.47, 0.1, 0.03, 0.02], [0.38, 0.5, 0.08, 0.024, 0.016], 0.5)),
      reports: busy(1),
      epochs: 4,
      seed: 31,
      experiment: { ...autumn },
    },
  )
  const campaign = measured(
    describe({
      name: 'autumn-2026',
      of: 'slot.home',
      label: autumn.label,
      rows: outcomes,
      columns: arms,
      across: 'experiment',
      experiment: 'autumn-2026',
      a: 20,
      from: autumn.from,
      to: autumn.to,
    }),
    {
      shares: steady(byArm([0.36, 0.44, 0.13, 0.04, 0.03], [0.36, 0.5, 0.09, 0.03, 0.02], 0.5)),
      reports: (week) => [1900, 4700, 4810, 4900, 2600][week],
      epochs: 5,
      start: autumn.from,
      seed: 32,
      experiment: autumn,
    },
  )
  campaign.epochs.at(-1).open = false
  campaign.against = {
    name: 'spring-2026',
    uplift: spring.uplift,
    comparison: compare(campaign.uplift, spring.uplift),
  }
  const measures = [
    measured(
      describe({
        name: 'funnel',
        of: 'funnel',
        label: { en: 'Furthest step', nl: 'Verste stap' },
        rows: steps,
      }),
      { shares: steady([0.22, 0.55, 0.13, 0.045, 0.055]), reports: busy(1), seed: 2 },
    ),
    measured(
      describe({
        name: 'lifecycle',
        of: 'decision.lifecycle',
        label: { en: 'Lifecycle stage', nl: 'Levensfase als klant' },
        rows: answers(stages),
        personal: true,
      }),
      {
        shares: (week) => [0.26, 0.21, 0.12, 0.1, 0.07, 0.09, 0.04 + 0.002 * week, 0.03, 0.08],
        reports: busy(0.8),
        seed: 3,
      },
    ),
    measured(
      describe({
        name: 'engagement-level',
        of: 'decision.engagement-level',
        label: { en: 'Level of engagement', nl: 'Mate van betrokkenheid' },
        rows: answers(levels),
        personal: true,
      }),
      {
        shares: (week) => (week < 10 ? [0.12, 0.28, 0.45, 0.15] : [0.24, 0.3, 0.35, 0.11]),
        reports: busy(0.8),
        seed: 4,
      },
    ),
    measured(
      describe({
        name: 'loyal',
        of: 'segment.loyal',
        label: { en: 'Loyal customers', nl: 'Trouwe klanten' },
        rows: yesNo,
        personal: true,
      }),
      { shares: steady([0.91, 0.09]), reports: busy(0.8), seed: 5 },
    ),
    measured(
      describe({
        name: 'basket',
        of: 'metric.basket',
        label: { en: 'Usual size of a cart', nl: 'Gewone grootte van een winkelwagen' },
        rows: answers({
          '<25': ['Under € 25', 'Onder € 25'],
          '25-75': ['€ 25 to 75', '€ 25 tot 75'],
          '75-150': ['€ 75 to 150', '€ 75 tot 150'],
          '>=150': ['€ 150 and more', '€ 150 en meer'],
          unknown: ['Unknown', 'Onbekend'],
        }),
        personal: true,
        days: 28,
        at: 'epoch',
      }),
      { shares: steady([0.09, 0.14, 0.06, 0.03, 0.68]), reports: () => 3100, epochs: 3, seed: 6 },
    ),
    measured(
      describe({
        name: 'package',
        of: 'funnel',
        label: { en: 'The whole package', nl: 'Het hele pakket' },
        rows: steps,
        columns: arms,
        across: 'experiment',
        experiment: 'package',
      }),
      {
        shares: steady(
          byArm([0.22, 0.545, 0.13, 0.045, 0.06], [0.23, 0.56, 0.125, 0.04, 0.045], 0.1),
        ),
        reports: busy(1),
        seed: 7,
        experiment: everything,
      },
    ),
    measured(
      describe({
        name: 'home',
        of: 'slot.home',
        label: home.label,
        rows: outcomes,
        columns: arms,
        across: 'experiment',
        experiment: 'home',
        a: 20,
      }),
      {
        shares: steady(byArm([0.4, 0.42, 0.12, 0.03, 0.03], [0.4, 0.485, 0.08, 0.02, 0.015], 0.3)),
        reports: busy(1),
        seed: 8,
        experiment: home,
      },
    ),
    campaign,
    measured(
      describe({
        name: 'cart',
        of: 'slot.cart',
        label: cart.label,
        rows: outcomes,
        columns: arms,
        across: 'experiment',
        experiment: 'cart',
        a: 20,
      }),
      {
        // Something keeps shoppers who are held out from answering.
        shares: steady(byArm([0.7, 0.2, 0.06, 0.02, 0.02], [0.7, 0.2, 0.06, 0.02, 0.02], 0.16)),
        reports: busy(0.6),
        seed: 9,
        experiment: cart,
      },
    ),
    measured(
      describe({
        name: 'out-of-stock',
        of: 'out-of-stock',
        label: { en: 'Seen while sold out', nl: 'Bekeken terwijl uitverkocht' },
        rows: categories,
        a: 8,
      }),
      {
        shares: steady([0.86, 0.012, 0.072, 0.021, 0.01, 0.001, 0.024]),
        reports: busy(1),
        seed: 10,
      },
    ),
    measured(
      describe({
        name: 'zero-results',
        of: 'zero-results',
        label: { en: 'Searches without a result', nl: 'Zoekopdrachten zonder resultaat' },
        rows: categories,
      }),
      { shares: steady([0.93, 0.02, 0.01, 0.01, 0.015, 0.005, 0.01]), reports: () => 14, seed: 11 },
    ),
    measured(
      describe({
        name: 'skill',
        of: 'stated.skill',
        label: { en: 'How handy are you?', nl: 'Hoe handig bent u?' },
        rows: answers({
          beginner: ['I am just starting', 'Ik begin net'],
          handy: ['Quite handy', 'Best handig'],
          pro: ['It is my job', 'Het is mijn vak'],
          unknown: ['Not answered', 'Niet beantwoord'],
        }),
      }),
      { shares: steady([0.11, 0.17, 0.04, 0.68]), reports: busy(1), seed: 12 },
    ),
    measured(
      describe({
        name: 'personalise',
        of: 'personalise',
        label: { en: 'Lets the shop personalise', nl: 'Laat de winkel personaliseren' },
        rows: yesNo,
      }),
      { shares: (week) => [0.24 - 0.004 * week, 0.76 + 0.004 * week], reports: busy(1), seed: 13 },
    ),
  ]
  return { measures, overview: overviewOf(measures), history: history(), consent: consent() }
}

export function overviewOf(measures) {
  const asked = measures.map(({ measure, epochs, total }) => ({
    name: measure.name,
    label: measure.label,
    of: measure.of,
    series: measure.series,
    reports: total.reports,
    firstEpoch: epochs[0]?.epoch ?? null,
    lastEpoch: epochs.at(-1)?.epoch ?? null,
    current: true,
  }))
  const before = {
    name: 'skill',
    label: { en: 'Are you handy?', nl: 'Bent u handig?' },
    of: 'stated.skill',
    series: '00c0ffee00c0ffee',
    reports: 8123,
    firstEpoch: 2931,
    lastEpoch: 2940,
    current: false,
  }
  return { measures: [...asked, before], experiments, budget }
}

export function history() {
  const customers = 21480
  const group = (share, spent) => ({
    customers: Math.round(customers * share),
    spent: Math.round(customers * share * spent),
  })
  const few = { customers: null, spent: null }
  const segments = [
    ['customer', { en: 'Customers', nl: 'Klanten' }, group(1, 84)],
    ['loyal', { en: 'Loyal customers', nl: 'Trouwe klanten' }, group(0.14, 310)],
    [
      'drifting',
      { en: 'Buys less than before', nl: 'Koopt minder dan voorheen' },
      group(0.09, 190),
    ],
    ['lapsed', { en: 'No longer buys here', nl: 'Koopt hier niet meer' }, group(0.31, 62)],
    ['wholesale', { en: 'Buys for a company', nl: 'Koopt voor een bedrijf' }, few],
  ]
  const values = answers(stages)
    .filter(({ value }) => !value.includes('visitor') && value !== 'prospect')
    .map((answer, i) => ({
      ...answer,
      ...group([0.24, 0.2, 0.14, 0.09, 0.31, 0.02][i], [41, 96, 310, 190, 62, 40][i]),
    }))
  return {
    from: '2024-11-01',
    to: '2026-11-15',
    customers,
    currency: 'EUR',
    segments: segments.map(([name, label, group]) => ({ name, label, ...group })),
    decisions: [
      { name: 'lifecycle', label: { en: 'Lifecycle stage', nl: 'Levensfase als klant' }, values },
    ],
  }
}

export function consent() {
  const random = randomNumbers(77)
  return Array.from({ length: 84 }, (_, i) => {
    const weekend = [5, 6].includes(i % 7)
    const shown = Math.round((weekend ? 2300 : 1500) * (0.9 + 0.2 * random()))
    return {
      day: iso(thursday + i * day),
      shown,
      personalise: Math.round(shown * (0.36 + 0.0006 * i + 0.03 * random())),
      measure: Math.round(shown * (0.29 + 0.02 * random())),
    }
  })
}
