// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What a configuration may ask of shoppers, the answers that it makes of it, and what it refuses.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSettings } from '../../js/build/dist/config/readSettings.js'
import { EtalageError } from '../../js/build/dist/EtalageError.js'
import { Shop } from './shop.mjs'

const shop = {
  facts: {
    skill: { choices: { beginner: { nl: 'Beginner', en: 'Beginner' }, pro: {} } },
    garden: { type: 'boolean', observed: 'exists(purchase)' },
    rooms: { type: 'number' },
    pets: { choices: ['cat', 'dog'], many: true },
    city: {},
    style: { choices: ['classic', 'modern', 'bare'], inferred: [['modern', 'exists(login)']] },
  },
  metrics: { spent: 'sum(purchase.value)' },
  segments: { loyal: 'count(purchase) > 2' },
  decisions: {
    stage: {
      cases: [
        ['lead', 'exists(add_to_cart)'],
        ['visitor', 'true'],
      ],
      values: { lead: { nl: 'Belangstellende', en: 'Lead' } },
    },
    mood: [
      ['unknown', 'exists(login)'],
      ['curious', 'exists(search)'],
    ],
  },
  slots: { home: { strategy: 'bestsellers' } },
}
const read = (more) => readSettings({ ...shop, ...more }, 'etalage.config.js').rules
const cases = (rules, name) =>
  rules.rules
    .find((rule) => rule.kind === 'measure' && rule.name === name)
    .cases.map(({ value, expression }) => [value, expression])
const answers = (measure) => cases(read({ measures: { m: measure } }), 'm')
const text = ({ texts }, key) => texts.find((one) => one.key === key)

test('a measure is weekly, asked in a visit and at ln 3 unless it says otherwise', () => {
  const { measures } = read({
    measures: {
      a: { of: 'segment.loyal' },
      b: { of: 'decision.stage', by: 'segment.loyal', every: '4w', at: 'epoch', epsilon: 'ln 5/2' },
    },
  })
  const usual = { personalise: false, byRule: false, byExperiment: '', from: 0, to: 0 }
  assert.deepEqual(measures, [
    { ...usual, name: 'a', of: 'segment.loyal', by: '', a: 3, b: 1, days: 7, at: 'visit' },
    {
      ...usual,
      name: 'b',
      of: 'decision.stage',
      by: 'segment.loyal',
      byRule: true,
      a: 5,
      b: 2,
      days: 28,
      at: 'epoch',
    },
  ])
})

test('the answers of a decision are its values, and unknown where none of its cases may hold', () => {
  assert.deepEqual(answers({ of: 'decision.stage' }), [
    ['lead', 'decision.stage == "lead"'],
    ['visitor', 'true'],
  ])
  assert.deepEqual(answers({ of: 'decision.mood' }), [
    ['curious', 'decision.mood == "curious"'],
    ['unknown', 'true'],
  ])
})

test('the answers of a segment are yes and no, of a fact its choices and unknown', () => {
  assert.deepEqual(answers({ of: 'segment.loyal' }), [
    ['yes', 'segment.loyal'],
    ['no', 'true'],
  ])
  assert.deepEqual(answers({ of: 'stated.skill' }), [
    ['beginner', 'stated.skill == "beginner"'],
    ['pro', 'stated.skill == "pro"'],
    ['unknown', 'true'],
  ])
  assert.deepEqual(answers({ of: 'stated.garden' }), [
    ['yes', 'stated.garden == true'],
    ['no', 'stated.garden == false'],
    ['unknown', 'true'],
  ])
  assert.deepEqual(answers({ of: 'observed.garden' }), [
    ['yes', 'observed.garden'],
    ['no', 'true'],
  ])
  assert.deepEqual(answers({ of: 'inferred.style' }), [
    ['modern', 'inferred.style == "modern"'],
    ['unknown', 'true'],
  ])
})

test('the answers of a metric are what lies between its bounds', () => {
  assert.deepEqual(answers({ of: 'metric.spent', buckets: [0, 50, 100] }), [
    ['<0', 'metric.spent < 0'],
    ['0-50', 'metric.spent < 50'],
    ['50-100', 'metric.spent < 100'],
    ['>=100', 'metric.spent >= 100'],
    ['unknown', 'true'],
  ])
  assert.deepEqual(
    answers({ of: 'metric.spent', buckets: [1e21] }).map(([value]) => value),
    ['<1000000000000000000000', '>=1000000000000000000000', 'unknown'],
  )
})

test('the answers of the funnel and of a slot look back one epoch, the furthest step first', () => {
  assert.deepEqual(answers({ of: 'funnel', every: '2w' }), [
    ['bought', 'exists(purchase within 14d)'],
    ['checkout', 'exists(begin_checkout within 14d)'],
    ['carted', 'exists(add_to_cart within 14d)'],
    ['viewed', 'exists(view_item within 14d)'],
    ['none', 'true'],
  ])
  assert.deepEqual(
    answers({ of: 'slot.home' }).map(([value]) => value),
    ['bought', 'carted', 'clicked', 'shown', 'none'],
  )
})

test('personalise is asked without a rule', () => {
  const rules = read({ measures: { p: { of: 'personalise' } } })
  assert.equal(rules.measures[0].personalise, true)
  assert.equal(rules.rules.filter(({ kind }) => kind === 'measure').length, 0)
  assert.deepEqual(text(rules, 'answer p=yes'), { key: 'answer p=yes', en: 'Yes', nl: 'Ja' })
})

test('what divides a measure is a second rule of its name', () => {
  const rules = read({ measures: { m: { of: 'segment.loyal', by: 'decision.stage' } } })
  assert.deepEqual(cases(rules, 'm by'), [
    ['lead', 'decision.stage == "lead"'],
    ['visitor', 'true'],
  ])
  assert.equal(text(rules, 'answer m by=lead').nl, 'Belangstellende')
})

test('measures and their answers have words in both languages', () => {
  const rules = read({
    measures: { m: { of: 'decision.stage', label: { nl: 'Fase', en: 'Stage' } } },
    experiments: { home: { slot: 'home', label: { nl: 'Thuis', en: 'Home' } } },
  })
  assert.deepEqual(text(rules, 'measure m'), { key: 'measure m', en: 'Stage', nl: 'Fase' })
  assert.equal(text(rules, 'answer m=lead').en, 'Lead')
  assert.equal(text(rules, 'answer m=visitor'), undefined, 'a value without words is its own name')
  assert.equal(text(rules, 'experiment home').nl, 'Thuis')
  assert.equal(text(rules, 'answer home=clicked').nl, 'Klikte')
  assert.equal(text(rules, 'answer home by=held-out').en, 'Held out')
})

test('an experiment brings a measure of its name: of the slot, or of the funnel for the whole package', () => {
  const { measures, experiments } = read({
    experiments: { package: { holdout: 0.05 }, home: { slot: 'home' } },
  })
  assert.deepEqual(
    measures.map(({ name, of, byExperiment, byRule }) => [name, of, byExperiment, byRule]),
    [
      ['package', 'funnel', 'package', false],
      ['home', 'slot.home', 'home', false],
    ],
  )
  const always = { from: 0, to: 0, compare: '' }
  assert.deepEqual(experiments, [
    { name: 'package', slot: '', holdout: 500, ...always },
    { name: 'home', slot: 'home', holdout: 1000, ...always },
  ])
})

test('a campaign runs from the midnight of its first day to that after its last, in UTC', () => {
  const { measures, experiments } = read({
    campaigns: {
      'spring-2026': { slot: 'home', from: '2026-03-01', to: '2026-03-31', compare: 'spring-2025' },
    },
  })
  const times = { from: Date.UTC(2026, 2, 1), to: Date.UTC(2026, 3, 1) }
  assert.deepEqual(experiments, [
    { name: 'spring-2026', slot: 'home', holdout: 1000, ...times, compare: 'spring-2025' },
  ])
  const [{ of, byExperiment, from, to }] = measures
  assert.deepEqual(
    { of, byExperiment, from, to },
    { of: 'slot.home', byExperiment: 'spring-2026', ...times },
  )
})

test('a budget is a week of three answers and half a year of weeks unless it says otherwise', () => {
  assert.deepEqual(read({}).budget, { week: 3.3, lifetime: 86 })
  const privacy = { budget: { week: 2, lifetime: 20 } }
  assert.deepEqual(read({ privacy }).budget, { week: 2, lifetime: 20 })
})

test('gaps in the assortment declare what the page tells of them', () => {
  const rules = read({
    measures: {
      missing: { of: 'zero-results', categories: ['tools'] },
      gone: { of: 'out-of-stock', categories: ['tools', 'garden > plants'] },
    },
    events: { search: { mood: 'text' } },
  })
  assert.deepEqual(rules.events, [
    {
      name: 'search',
      fields: [
        { name: 'mood', type: 'text' },
        { name: 'search_category', type: 'text' },
      ],
    },
    { name: 'out_of_stock', fields: [] },
    { name: 'view_search_results', fields: [{ name: 'search_category', type: 'text' }] },
  ])
  assert.deepEqual(
    cases(rules, 'gone').map(([value]) => value),
    ['tools', 'garden > plants', 'other', 'none'],
  )
})

test('false takes out a measure that another configuration brought', () => {
  const base = { measures: { a: { of: 'segment.loyal' }, b: { of: 'funnel' } } }
  const { measures } = read({ extends: [base], measures: { a: false } })
  assert.deepEqual(
    measures.map(({ name }) => name),
    ['b'],
  )
})

test('what is wrong is named, with what was expected', () => {
  const measure = (config) => ({ measures: { m: { of: 'segment.loyal', ...config } } })
  const campaign = (config) => ({
    campaigns: { c: { slot: 'home', from: '2026-03-01', to: '2026-03-31', ...config } },
  })
  const many = Array.from({ length: 300 }, (_, i) => i)
  const wrong = [
    [measure({ of: undefined }), /measures\.m\.of is missing/],
    [measure({ of: 'decison.stage' }), /"decison\.stage" \(did you mean "decision"\?\)/],
    [measure({ of: 'funel' }), /did you mean "funnel"/],
    [measure({ of: 'decision.stag' }), /did you mean "stage".*decision\. and one of stage, mood/],
    [measure({ of: 'segment.loyl' }), /did you mean "loyal"/],
    [measure({ of: 'metric.spend', buckets: [1] }), /did you mean "spent"/],
    [measure({ of: 'slot.hom' }), /did you mean "home"/],
    [measure({ of: 'stated.skil' }), /did you mean "skill"/],
    [measure({ of: 'observed.skill' }), /observed\. and one of garden/],
    [measure({ of: 'stated.pets' }), /one answer out of a list: .*several at a time/],
    [measure({ of: 'stated.city' }), /one answer out of a list/],
    [measure({ of: 'stated.rooms' }), /one answer out of a list/],
    [measure({ of: 'metric.spent' }), /measures\.m\.buckets is missing/],
    [measure({ of: 'metric.spent', buckets: [5, 5] }), /buckets\[1\] is 5.*more than 5/],
    [measure({ of: 'metric.spent', buckets: [NaN] }), /buckets\[0\] is NaN/],
    [measure({ of: 'metric.spent', buckets: many }), /2 to 256 answers; this has 302/],
    [
      measure({ of: 'metric.spent', buckets: many.slice(0, 127), by: 'segment.loyal' }),
      /measures\.m\.by .*this has 258, of 129 answers times 2/,
    ],
    [measure({ buckets: [1] }), /only a metric has it/],
    [measure({ categories: ['a'] }), /only zero-results and out-of-stock have it/],
    [measure({ of: 'zero-results' }), /measures\.m\.categories is missing/],
    [measure({ of: 'zero-results', categories: [] }), /at least one category/],
    [measure({ of: 'out-of-stock', categories: ['a', 'a'] }), /each category once/],
    [measure({ of: 'out-of-stock', categories: ['none'] }), /an answer of its own/],
    [measure({ epsilon: 'ln 1' }), /measures\.m\.epsilon is "ln 1"/],
    [measure({ epsilon: 'ln 2/3' }), /epsilon is "ln 2\/3".*A the greater/],
    [measure({ epsilon: 1.1 }), /epsilon is 1\.1/],
    [measure({ epsilon: 'ln 2000000' }), /epsilon is "ln 2000000"/],
    [
      measure({ epsilon: 'ln 55' }),
      /epsilon is "ln 55".*privacy\.budget\.week, 3\.3: it costs 4\.01/,
    ],
    [measure({ every: '0d' }), /every is "0d".*days or weeks/],
    [measure({ every: '53w' }), /every is "53w"/],
    [measure({ every: '12h' }), /every is "12h"/],
    [measure({ of: 'funnel', every: '52w', privacy: 0 }), /unknown key "privacy"/],
    [measure({ at: 'night' }), /at is "night"/],
    [measure({ by: 'funnel' }), /measures\.m\.by is "funnel".*what divides shoppers/],
    [measure({ by: 'metric.spent' }), /what divides shoppers/],
    [measure({ by: 'experiment.hom' }), /experiment or campaign: there is none/],
    [measure({ of: 'personalise', by: 'segment.loyal' }), /of who says no nothing is known/],
    [
      { ...measure({}), privacy: { retention: '20d' }, ...measure({ of: 'funnel', every: '4w' }) },
      /needs 28 days, and privacy\.retention is 20/,
    ],
    [
      { privacy: { retention: '10d' }, experiments: { home: { slot: 'home' } } },
      /experiments\.home\.every .*needs 14 days/,
    ],
    [
      { measures: { m: { of: 'funnel' } }, experiments: { m: {} } },
      /the name of experiments\.m .*measures\.m has it/,
    ],
    [{ experiments: { c: {} }, ...campaign({}) }, /the name of campaigns\.c/],
    [{ experiments: { e: { slot: 'hom' } } }, /experiments\.e\.slot .*did you mean "home"/],
    [{ experiments: { e: { holdout: 0.6 } } }, /experiments\.e\.holdout is 0\.6.*from 0 to 0\.5/],
    [campaign({ slot: undefined }), /campaigns\.c\.slot is missing/],
    [campaign({ from: '2026-02-30' }), /from is "2026-02-30"/],
    [campaign({ to: '2026-02-28' }), /to is "2026-02-28".*not before from, 2026-03-01/],
    [campaign({ compare: 'c' }), /an earlier campaign/],
    [{ privacy: { budget: { week: 0 } } }, /privacy\.budget\.week is 0/],
    [{ privacy: { budget: { lifetime: 1 } } }, /privacy\.budget\.lifetime is 1/],
    [{ privacy: { budget: { day: 1 } } }, /unknown key "day"/],
    [{ traffic: { visitors: 0 } }, /traffic\.visitors is 0/],
    [{ measures: { 'a b': { of: 'funnel' } } }, /the name of a measure/],
    [
      { decisions: { d: { cases: [['a', 'true']], values: { b: {} } } } },
      /decisions\.d\.values is "b".*names of its values, "a"/,
    ],
    [{ decisions: { d: [['a', 'true']] }, measures: { m: { of: 'decision.d' } } }, /this has 1/],
  ]
  for (const [config, expected] of wrong) {
    assert.throws(
      () => read(config),
      (error) => {
        assert.ok(error instanceof EtalageError, String(error.stack))
        const { problem } = error
        assert.match(`${problem.what}; ${problem.expected}`, expected)
        return true
      },
      JSON.stringify(config),
    )
  }
})

const asking = (more) => ({ ...shop, measures: { m: { of: 'segment.loyal' } }, ...more })
const lint = (config) => new Shop({ 'etalage.config.js': config }).json('lint')

test('lint says of each measure how it is randomised, how often an answer is true and what it takes', () => {
  const { measuring, problems } = lint(
    asking({
      measures: {
        yesno: { of: 'segment.loyal' },
        many: { of: 'metric.spent', buckets: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], epsilon: 'ln 2' },
      },
    }),
  )
  assert.deepEqual(problems, [])
  const [yesno, many] = measuring.measures
  assert.deepEqual(
    [yesno.buckets, yesno.mechanism, yesno.truth, many.buckets, many.mechanism],
    [2, 'k-rr', 0.75, 12, 'oue'],
  )
  assert.ok(yesno.reports > 25_000 && yesno.reports < 35_000, `${yesno.reports}`)
  assert.ok(many.reports > 300_000 && many.reports < 320_000, `${many.reports}`)
  assert.equal(yesno.expected, undefined, 'nobody said how many visitors there are')
})

test('lint says how many reports to expect of the traffic, and warns where it cannot deliver', () => {
  const config = (visitors) => asking({ traffic: { visitors } })
  const [{ expected, reports }] = lint(config(100_000)).measuring.measures
  assert.deepEqual(
    expected.map(({ granted, reports }) => [granted, reports]),
    [
      [0.1, 10_000],
      [0.3, 30_000],
    ],
  )
  assert.ok(Math.abs(expected[0].points - Math.sqrt(reports / 10_000)) < 1e-9)
  assert.deepEqual(lint(config(100_000)).problems, [])
  const [problem] = lint(config(500)).problems
  assert.equal(problem.code, 'measure-traffic')
  assert.equal(problem.warning, true)
  assert.match(problem.what, /even if 30 % of 500 visitors a week grant measure, 150 reports/)
})

test('lint warns above ln 8, and says how many measures a week has room for', () => {
  const privacy = { budget: { week: 4.2, lifetime: 90 } }
  const measures = {
    dear: { of: 'segment.loyal', epsilon: 'ln 20' },
    a: { of: 'segment.loyal' },
    b: { of: 'funnel' },
    c: { of: 'personalise' },
  }
  const { problems, measuring } = lint(asking({ privacy, measures, traffic: { visitors: 70_000 } }))
  assert.deepEqual(
    problems.map(({ code, rule }) => [code, rule]),
    [['measure-epsilon', 'measure dear']],
  )
  assert.match(problems[0].what, /ln 20: a single answer is the truth in 95 of 100 cases/)
  assert.equal(measuring.fit, 2)
  const share = 4.2 / (Math.log(20) + 3 * Math.log(3))
  assert.equal(measuring.measures[1].expected[0].reports, Math.round(7000 * share))
})

test('lint prints it for people', () => {
  const files = new Shop({ 'etalage.config.js': asking({ traffic: { visitors: 70_000 } }) })
  const { stdout } = files.run('lint')
  assert.match(
    stdout,
    /^measure +asks +every +answers +how +ε +true +reports +if 10 % grant it +if/m,
  )
  assert.match(stdout, /^m +segment\.loyal +1w +2 +k-rr +1\.10 +75 % +[\d,]+ +7,000 \(± [\d.]+\)/m)
  assert.match(stdout, /There is room for all of them in a shopper's week: ε 1\.10 of 3\.3\./)
  assert.doesNotMatch(new Shop({ 'etalage.config.js': shop }).run('lint').stdout, /^measure /m)
})

test('a campaign that is over is not among what lint expects', () => {
  const campaign = (to) => ({ slot: 'home', from: '2020-03-01', to })
  const campaigns = { past: campaign('2020-03-31'), running: campaign('2199-01-01') }
  assert.deepEqual(
    lint({ ...shop, campaigns }).measuring.measures.map(({ name }) => name),
    ['running'],
  )
})

test('every kind of measure compiles without a warning', () => {
  const config = {
    ...shop,
    privacy: { budget: { week: 20, lifetime: 90 } },
    measures: {
      decision: { of: 'decision.stage', by: 'segment.loyal' },
      maybe: { of: 'decision.mood', by: 'stated.skill' },
      stated: { of: 'stated.skill' },
      boolean: { of: 'stated.garden' },
      observed: { of: 'observed.garden' },
      inferred: { of: 'inferred.style' },
      metric: { of: 'metric.spent', buckets: [-1.5, 50] },
      funnel: { of: 'funnel', every: '1d' },
      slot: { of: 'slot.home', every: '4w', at: 'epoch' },
      missing: { of: 'zero-results', categories: ['tools', 'a "b" > c'] },
      gone: { of: 'out-of-stock', categories: ['tools'] },
      consent: { of: 'personalise', by: 'experiment.package' },
    },
    experiments: { package: {}, home: { slot: 'home' } },
  }
  const { ok, problems } = lint(config)
  assert.deepEqual([ok, problems], [true, []])
})
