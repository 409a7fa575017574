// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The part of a configuration that is about rules: what it may say, what it inherits, and what is refused before any
// expression is looked into.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSettings } from '../../js/build/dist/config/readSettings.js'
import { Shop } from './shop.mjs'

const read = (config) => readSettings(config, 'etalage.config.js')
const rule = (config, name) => read(config).rules.rules.find((one) => one.name === name)

test('a metric, segment and trigger may be an expression alone, a decision its cases', () => {
  const { rules } = read({
    metrics: { visits: 'count(session_start)' },
    segments: { buyer: 'exists(purchase)' },
    decisions: {
      stage: [
        ['buyer', 'segment.buyer'],
        ['visitor', 'true'],
      ],
    },
    triggers: { left: 'segment.buyer' },
  }).rules
  assert.deepEqual(
    rules.map(({ kind, name, purpose, cap, cases }) => [
      kind,
      name,
      purpose,
      cap,
      cases.map(({ value, expression }) => [value, expression]),
    ]),
    [
      ['metric', 'visits', 'personalise', { count: 0, window: 0 }, [['', 'count(session_start)']]],
      ['segment', 'buyer', 'personalise', { count: 0, window: 0 }, [['', 'exists(purchase)']]],
      [
        'decision',
        'stage',
        'personalise',
        { count: 0, window: 0 },
        [
          ['buyer', 'segment.buyer'],
          ['visitor', 'true'],
        ],
      ],
      ['trigger', 'left', 'personalise', { count: 1, window: 86_400_000 }, [['', 'segment.buyer']]],
    ],
  )
})

test('a rule may have a label and a purpose, and a trigger its cap', () => {
  const config = {
    metrics: { a: { value: '1', label: { nl: 'Een' }, purpose: 'measure' } },
    triggers: { b: { when: 'true', atMost: '2 per 1w', label: { nl: 'Twee', en: 'Two' } } },
  }
  assert.deepEqual(rule(config, 'a').label, { nl: 'Een', en: '' })
  assert.equal(rule(config, 'a').purpose, 'measure')
  assert.deepEqual(rule(config, 'b').cap, { count: 2, window: 7 * 86_400_000 })
})

test('a fact has its answers, and the rules that observe or infer it', () => {
  const { facts, rules, texts } = read({
    facts: {
      skill: {
        choices: ['beginner', 'pro'],
        ask: { nl: 'Hoe handig bent u?', en: 'How handy are you?' },
        expires: '365d',
        inferred: [['pro', 'count(purchase) > 9', 0.7]],
        purpose: 'measure',
      },
      rooms: { type: 'number', observed: [[3, 'exists(purchase)']] },
      garden: { type: 'boolean', observed: 'exists(view_item)' },
      pets: { many: true, choices: { cat: { nl: 'Kat', en: 'Cat' }, dog: {} } },
    },
    slots: { home: { strategy: 'bestsellers', label: { nl: 'Voorpagina' } } },
  }).rules
  const unnamed = (value) => ({ value, en: '', nl: '' })
  assert.deepEqual(facts, [
    {
      name: 'skill',
      type: 'text',
      choices: [unnamed('beginner'), unnamed('pro')],
      expires: 365 * 86_400_000,
      ask: { nl: 'Hoe handig bent u?', en: 'How handy are you?' },
    },
    { name: 'rooms', type: 'number', choices: [], expires: 0, ask: { nl: '', en: '' } },
    { name: 'garden', type: 'boolean', choices: [], expires: 0, ask: { nl: '', en: '' } },
    {
      name: 'pets',
      type: 'list',
      choices: [{ value: 'cat', en: 'Cat', nl: 'Kat' }, unnamed('dog')],
      expires: 0,
      ask: { nl: '', en: '' },
    },
  ])
  assert.deepEqual(texts, [
    { key: 'fact skill', en: 'How handy are you?', nl: 'Hoe handig bent u?' },
    { key: 'choice pets=cat', en: 'Cat', nl: 'Kat' },
    { key: 'slot home', en: '', nl: 'Voorpagina' },
  ])
  assert.deepEqual(
    rules.map(({ kind, name, purpose, isValue, cases }) => [kind, name, purpose, isValue, cases]),
    [
      [
        'inferred',
        'skill',
        'measure',
        false,
        [{ value: 'pro', expression: 'count(purchase) > 9', confidence: 0.7 }],
      ],
      [
        'observed',
        'rooms',
        'personalise',
        false,
        [{ value: '3', expression: 'exists(purchase)', confidence: 1 }],
      ],
      [
        'observed',
        'garden',
        'personalise',
        true,
        [{ value: '', expression: 'exists(view_item)', confidence: 1 }],
      ],
    ],
  )
})

test('a number fact takes every number, however it is written', () => {
  const values = [3, -2.5, 1e21, 1e-7]
  const config = {
    facts: { n: { type: 'number', inferred: values.map((value) => [value, 'true']) } },
  }
  assert.deepEqual(
    rule(config, 'n').cases.map(({ value }) => value),
    ['3', '-2.5', '1000000000000000000000', '0.0000001'],
  )
})

test('a slot may have a filter, and a shop events and distributions of its own', () => {
  const { rules } = read({
    slots: { home: { strategy: 'for-you', filter: 'price < 50' }, item: { strategy: 'similar' } },
    events: { newsletter: { topic: 'text', sent: 'number' } },
    distributions: { order_value: [12.5, 80] },
    privacy: { audience: 'children', sensitive: { extend: ['astrology'], allow: ['vitamin'] } },
  })
  assert.deepEqual(
    rules.rules.map(({ kind, name, cases }) => [kind, name, cases[0].expression]),
    [['filter', 'home', 'price < 50']],
  )
  assert.deepEqual(rules.events, [
    {
      name: 'newsletter',
      fields: [
        { name: 'topic', type: 'text' },
        { name: 'sent', type: 'number' },
      ],
    },
  ])
  assert.deepEqual(rules.distributions, [{ name: 'order_value', values: [12.5, 80] }])
  assert.deepEqual(
    [rules.children, rules.sensitive, rules.allowed],
    [true, ['astrology'], ['vitamin']],
  )
})

test('extends is merged in order, the own configuration last; objects by key, everything else whole', () => {
  const config = {
    extends: [
      {
        metrics: { a: '1', b: { value: '1', label: { nl: 'B' } } },
        decisions: { d: [['x', 'true']] },
        privacy: { minSupport: 7, retention: '8w' },
      },
      { metrics: { a: '2' }, privacy: { minSupport: 8 } },
    ],
    metrics: { b: { value: '3' } },
    decisions: { d: [['y', 'true']] },
  }
  assert.equal(rule(config, 'a').cases[0].expression, '2')
  assert.equal(rule(config, 'b').cases[0].expression, '3')
  assert.deepEqual(rule(config, 'b').label, { nl: 'B', en: '' })
  assert.deepEqual(
    rule(config, 'd').cases.map(({ value }) => value),
    ['y'],
  )
  assert.deepEqual([read(config).minSupport, read(config).retentionDays], [8, 56])
})

test('what is extended may extend in its turn', () => {
  const config = { extends: [{ extends: [{ metrics: { a: '1', b: '1' } }], metrics: { b: '2' } }] }
  assert.deepEqual(
    read(config).rules.rules.map(({ name, cases }) => [name, cases[0].expression]),
    [
      ['a', '1'],
      ['b', '2'],
    ],
  )
})

test('false removes what was inherited', () => {
  const names = ({ rules }) => rules.rules.map(({ name }) => name)
  const base = { segments: { a: 'true', b: 'true' }, slots: { home: { strategy: 'similar' } } }
  const own = { extends: [base], segments: { a: false }, slots: { home: false } }
  assert.deepEqual(names(read(own)), ['b'])
  assert.deepEqual(read(own).slots, [])
})

test('all that is wrong is shown in one run', () => {
  const { stdout, stderr, code } = new Shop({
    'etalage.config.js': {
      segments: { 'no good': 'true', b: 3, c: 'true' },
      triggers: { t: { when: 'true', atMost: 'often' } },
      privacy: { minSupport: 1 },
    },
  }).run('build', '--json')
  assert.equal(code, 1)
  const { error, problems } = JSON.parse(stdout)
  assert.equal(problems.length, 4)
  assert.deepEqual(error, problems[0])
  assert.equal(stderr.match(/^etalage: etalage\.config\.js: /gm).length, 4)
})

const bare = (part) => ({ slots: { home: { strategy: 'similar' } }, ...part })

for (const [name, config, expected] of [
  ['a rule that is a number', { metrics: { a: 1 } }, /metrics\.a is 1; expected an object/],
  ['a rule without words', { segments: { a: ' ' } }, /segments\.a is " "; expected a text/],
  [
    'a name with a space',
    { segments: { 'a b': 'true' } },
    /the name of a segment is "a b"; expected a letter, then letters/,
  ],
  ['a name that begins with a digit', { metrics: { '1st': '1' } }, /name of a metric is "1st"/],
  ['a name that ends with a hyphen', { facts: { 'a-': {} } }, /name of a fact is "a-"/],
  [
    'a name that is too long',
    { segments: { ['a'.repeat(65)]: 'true' } },
    /name of a segment is "a{65}"; expected .* 64 at most/,
  ],
  [
    'an event with a hyphen',
    { events: { 'news-letter': {} } },
    /name of an event is "news-letter"/,
  ],
  [
    'a field of an unknown type',
    { events: { newsletter: { topic: 'txt' } } },
    /events\.newsletter\.topic is "txt" \(did you mean "text"\?\)/,
  ],
  [
    'an unknown key of a segment',
    { segments: { a: { wehn: 'true' } } },
    /unknown key "wehn" in segments\.a \(did you mean "when"\?\)/,
  ],
  ['a segment with a cap', { segments: { a: { when: 'true', atMost: '1 per 1d' } } }, /"atMost"/],
  [
    'a segment without its rule',
    { segments: { a: { label: {} } } },
    /segments\.a\.when is missing/,
  ],
  [
    'a label in another language',
    { segments: { a: { when: 'true', label: { de: 'A' } } } },
    /unknown key "de" in segments\.a\.label/,
  ],
  [
    'an unknown purpose',
    { metrics: { a: { value: '1', purpose: 'personalize' } } },
    /metrics\.a\.purpose is "personalize" \(did you mean "personalise"\?\)/,
  ],
  ['a decision without cases', { decisions: { d: [] } }, /decisions\.d is \[\]; expected at least/],
  ['a decision that is an expression', { decisions: { d: 'true' } }, /decisions\.d is "true"/],
  [
    'a case without an expression',
    { decisions: { d: [['a']] } },
    /decisions\.d\[0\] is \["a"\]; expected \[value, expression\]/,
  ],
  [
    'a case whose value is empty',
    { decisions: { d: [['', 'true']] } },
    /decisions\.d\[0\]\[0\] is ""/,
  ],
  [
    'a case of three parts',
    { decisions: { d: { cases: [['a', 'true', 1]] } } },
    /decisions\.d\.cases\[0\] is .*; expected \[value, expression\]/,
  ],
  [
    'a cap without a number',
    { triggers: { t: { when: 'true', atMost: 'once per 1d' } } },
    /triggers\.t\.atMost is "once per 1d"; expected a number and a duration/,
  ],
  [
    'a cap of no times',
    { triggers: { t: { when: 'true', atMost: '0 per 1d' } } },
    /triggers\.t\.atMost/,
  ],
  [
    'a cap of an unknown unit',
    { triggers: { t: { when: 'true', atMost: '1 per 3s' } } },
    /triggers\.t\.atMost is "3s"; expected minutes, hours/,
  ],
  ['a fact of an unknown type', { facts: { a: { type: 'date' } } }, /facts\.a\.type is "date"/],
  [
    'choices for a number',
    { facts: { a: { type: 'number', choices: ['1'] } } },
    /facts\.a\.choices .*only a text has it/,
  ],
  [
    'a choice given twice',
    { facts: { a: { choices: ['x', 'x'] } } },
    /facts\.a\.choices\[1\] is "x"/,
  ],
  [
    'no choices',
    { facts: { a: { choices: [] } } },
    /facts\.a\.choices is \[\]; expected at least one/,
  ],
  [
    'many numbers',
    { facts: { a: { type: 'number', many: true } } },
    /facts\.a\.many is true; .*only a text/,
  ],
  [
    'a list of answers that is observed',
    { facts: { a: { many: true, observed: 'true' } } },
    /facts\.a\.observed .*can be stated only/,
  ],
  [
    'cases for a boolean',
    { facts: { a: { type: 'boolean', inferred: [['true', 'true']] } } },
    /facts\.a\.inferred .*expected an expression/,
  ],
  [
    'a text as the value of a number',
    { facts: { a: { type: 'number', inferred: [['3', 'true']] } } },
    /facts\.a\.inferred\[0\]\[0\] is "3"; expected a number/,
  ],
  [
    'a confidence above 1',
    { facts: { a: { inferred: [['x', 'true', 1.5]] } } },
    /facts\.a\.inferred\[0\]\[2\] is 1\.5; expected a confidence/,
  ],
  [
    'an expiry of no time',
    { facts: { a: { expires: '0d' } } },
    /facts\.a\.expires is "0d"; expected minutes/,
  ],
  ['an expiry beyond a century', { facts: { a: { expires: '101y' } } }, /at most a hundred years/],
  ['an empty distribution', { distributions: { d: [] } }, /distributions\.d is \[\]/],
  [
    'a distribution with a text',
    { distributions: { d: [1, '2'] } },
    /distributions\.d\[1\] is "2"; expected a number/,
  ],
  [
    'an unknown audience',
    bare({ privacy: { audience: 'kids' } }),
    /privacy\.audience is "kids"; expected one of "adults", "children"/,
  ],
  [
    'an unknown key of sensitive',
    bare({ privacy: { sensitive: { deny: [] } } }),
    /unknown key "deny" in privacy\.sensitive/,
  ],
  [
    'a sensitive term that is no text',
    bare({ privacy: { sensitive: { extend: [3] } } }),
    /privacy\.sensitive\.extend\[0\] is 3/,
  ],
  [
    'a filter that is no text',
    { slots: { home: { strategy: 'similar', filter: true } } },
    /slots\.home\.filter is true; expected a text/,
  ],
  ['extends that is no list', bare({ extends: {} }), /extends is \{\}; expected a list/],
  [
    'an unknown key in what is extended',
    bare({ extends: [{ segmets: {} }] }),
    /unknown key "segmets" in extends\[0\] \(did you mean "segments"\?\)/,
  ],
  [
    'false for a name that is not inherited',
    bare({ extends: [{ segments: { loyal: 'true' } }], segments: { loyl: false } }),
    /segments\.loyl is false, .*\(did you mean "loyal"\?\); expected one of "loyal"/,
  ],
]) {
  test(`${name} is an error that names the file and the key`, () => {
    assert.throws(
      () => read(config),
      (error) => {
        assert.equal(error.problem.file, 'etalage.config.js')
        assert.match(error.message, expected)
        return true
      },
    )
  })
}
