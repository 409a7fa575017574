// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// A pack's measures as the collector's module describes them: one of each kind.

const answers = (...values) => values.map((value) => ({ value, en: value, nl: value }))

export function measure(name, { rows, columns = [], a = 3, b = 1, ...rest }) {
  const buckets = rows.length * Math.max(1, columns.length)
  const isUnary = b * (buckets - 2) >= 3 * a
  return {
    name,
    of: `decision.${name}`,
    series: seriesOf(name),
    label: { en: name, nl: name },
    mechanism: isUnary ? 'oue' : 'k-rr',
    a,
    b,
    epsilon: Math.log(a / b),
    p: isUnary ? 1 / 2 : a / (a + (buckets - 1) * b),
    q: isUnary ? b / (a + b) : b / (a + (buckets - 1) * b),
    days: 7,
    at: 'visit',
    from: 0,
    to: 0,
    personal: false,
    across: null,
    experiment: '',
    rows: answers(...rows),
    columns: answers(...columns),
    ...rest,
  }
}

/** Another one for another name. */
function seriesOf(name) {
  return Buffer.from(name.padEnd(8, '.').slice(0, 8)).toString('hex')
}

const arms = { columns: ['shown', 'held-out'], across: 'experiment' }
const outcomes = ['none', 'shown', 'clicked', 'carted', 'bought']
const day = 86_400_000
const march = Date.parse('2026-03-01')

/** Of a spring campaign: the month of March. */
const campaign = {
  ...arms,
  rows: outcomes,
  of: 'slot.home',
  experiment: 'spring-2026',
  from: march,
  to: march + 31 * day,
  a: 8,
}

export const measures = {
  lifecycle: measure('lifecycle', { rows: ['new', 'active', 'at-risk', 'lost'] }),
  hesitating: measure('hesitating', { rows: ['no', 'yes'], days: 1, personal: true }),
  gaps: measure('gaps', { rows: Array.from({ length: 40 }, (_, i) => `category ${i}`) }),
  package: measure('package', {
    ...arms,
    rows: ['none', 'viewed', 'carted', 'checkout', 'bought'],
    of: 'funnel',
    experiment: 'package',
  }),
  'spring-2026': measure('spring-2026', campaign),
}

const experiment = (name, rest) => ({
  name,
  slot: '',
  label: { en: name, nl: name },
  holdout: 0.1,
  from: 0,
  to: 0,
  compare: '',
  ...rest,
})

export const description = {
  measures: Object.values(measures),
  experiments: [
    experiment('package'),
    experiment('spring-2026', {
      slot: 'home',
      from: campaign.from,
      to: campaign.to,
      compare: 'spring-2025',
    }),
  ],
  budget: { week: 3.3, lifetime: 86 },
}

/** The pack of the year before: last year's campaign, and nothing else. */
export const earlier = {
  ...description,
  measures: [
    {
      ...measures['spring-2026'],
      name: 'spring-2025',
      experiment: 'spring-2025',
      series: '2025202520252025',
      from: Date.parse('2025-03-01'),
      to: Date.parse('2025-04-01'),
    },
  ],
  experiments: [experiment('spring-2025', { slot: 'home', holdout: 0.2 })],
}
