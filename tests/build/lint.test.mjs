// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What a developer is told about the rules of a configuration.
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import { Shop } from './shop.mjs'

const good = {
  facts: { skill: { choices: ['beginner', 'pro'] } },
  segments: {
    gardener: 'count(view_item where category under "garden" within 30d) >= 3',
    pro: 'stated.skill == "pro"',
  },
  decisions: {
    stage: [
      ['buyer', 'exists(purchase)'],
      ['visitor', 'true'],
    ],
  },
  slots: { home: { strategy: 'recently-viewed' } },
}

test('lint prints what is collected, for how long and what needs it', () => {
  const { code, stdout, stderr } = new Shop({ 'etalage.config.js': good }).run('lint')
  assert.equal(code, 0, stderr)
  assert.equal(stderr, '')
  assert.match(stdout, /^3 rules: 2 segments, 1 decision$/m)
  assert.match(stdout, /^event kept +fields +for +purpose +needed by$/m)
  assert.match(stdout, /^purchase .* 400 days +personalise +decision stage$/m)
  assert.match(
    stdout,
    /^view_item +category, item_id +400 days +personalise +segment gardener, slot home$/m,
  )
  assert.match(stdout, /^skill +personalise +segment pro$/m)
})

test('lint --json has the manifest and the rules', () => {
  const { ok, problems, manifest, rules } = new Shop({ 'etalage.config.js': good }).json('lint')
  assert.deepEqual([ok, problems], [true, []])
  const entry = manifest.events.find(({ event }) => event === 'view_item')
  assert.deepEqual(entry.users, ['segment gardener', 'slot home'])
  assert.deepEqual(manifest.facts, [
    { name: 'skill', purpose: 'personalise', users: ['segment pro'] },
  ])
  assert.deepEqual(rules.map(({ kind, name }) => `${kind} ${name}`).sort(), [
    'decision stage',
    'segment gardener',
    'segment pro',
  ])
})

test('an event that no rule or slot needs is not in the manifest, and goes with its last rule', () => {
  const events = (config) =>
    new Shop({ 'etalage.config.js': config }).json('lint').manifest.events.map(({ event }) => event)
  const segments = { a: 'exists(login)', b: 'exists(login) or exists(review)' }
  assert.deepEqual(events({ segments }), ['login', 'review'])
  assert.deepEqual(events({ segments: { a: segments.a } }), ['login'])
})

test('lint reads neither catalogue nor history', () => {
  const shop = new Shop({
    'etalage.config.js': {
      catalogue: 'none.csv',
      history: 'none.csv',
      segments: { a: 'exists(login)' },
    },
  })
  const before = readdirSync(shop.folder)
  assert.equal(shop.json('lint').ok, true)
  assert.deepEqual(readdirSync(shop.folder), before)
})

test('a further column of the catalogue that a rule names is a field: a number where every value is one', () => {
  const config = (when) => ({ catalogue: 'products.csv', segments: { a: when } })
  const shop = new Shop({
    'etalage.config.js': config('exists(view_item where colour == "red" and watt > 9)'),
    'products.csv': ['id,colour,watt,note', 'A1,red,10.5,', 'B1,1,8,', 'C1,,,'],
  })
  const { ok, problems, manifest } = shop.json('lint')
  assert.deepEqual([ok, problems], [true, []])
  assert.deepEqual(manifest.events[0].fields, ['colour', 'watt'])
  shop.json('build')
  const seen = (more) =>
    JSON.stringify({
      time: 0,
      event: 'view_item',
      ecommerce: { items: [{ item_id: 'A1', ...more }] },
    })
  shop.write('shopper.jsonl', [
    seen({ colour: 'blue', watt: 10 }),
    seen({ colour: 'red', watt: 10 }),
  ])
  const { stdout } = shop.run('replay', '--pack', 'shop.pack', 'shopper.jsonl')
  assert.deepEqual(
    stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).segments),
    [[], ['a']],
  )

  for (const [when, code] of [
    ['exists(view_item where note == "x")', undefined],
    ['exists(view_item where watt == "9")', 'rule-type'],
    ['exists(view_item where colour > 1)', 'rule-type'],
    ['exists(view_item where size == "x")', 'rule-unknown-name'],
    ['stated.colour == "red"', 'rule-unknown-name'],
  ]) {
    shop.write('etalage.config.js', config(when))
    const [problem] = JSON.parse(shop.run('lint', '--json').stdout).problems
    assert.equal(problem?.code, code, when)
  }
})

test('an error has the line in the file, the rule, the place in it, a caret and a hint', () => {
  const shop = new Shop({
    'etalage.config.js': `export default {
  segments: {
    looker: 'count(view_itm within 30d) >= 3',
  },
}
`,
  })
  const { code, stdout, stderr } = shop.run('lint')
  assert.equal(code, 1)
  assert.doesNotMatch(stdout, /event kept/)
  const lines = stderr.trimEnd().split('\n')
  assert.match(
    lines[0],
    /^etalage: etalage\.config\.js:3: segment looker, 1:7: .*"view_itm".* \[rule-unknown-name\]$/,
  )
  assert.equal(lines[1], '    count(view_itm within 30d) >= 3')
  assert.equal(lines[2], '          ^~~~~~~~')
  assert.match(lines.slice(3).join('\n'), /view_item/)

  const [problem] = JSON.parse(shop.run('lint', '--json').stdout).problems
  assert.deepEqual(
    [problem.file, problem.line, problem.rule, problem.at],
    [
      'etalage.config.js',
      3,
      'segment looker',
      { line: 1, column: 7, length: 8, source: 'count(view_itm within 30d) >= 3' },
    ],
  )
  assert.match(problem.hint, /view_item/)
})

test('in a rule of several lines the line is that of the mistake', () => {
  const shop = new Shop({
    'etalage.config.js':
      'export default {\n  segments: {\n    a: `exists(purchase)\n      and exists(viewitem)`,\n  },\n}\n',
  })
  const [problem] = JSON.parse(shop.run('lint', '--json').stdout).problems
  assert.equal(problem.line, 4)
  assert.deepEqual([problem.at.line, problem.at.column], [2, 18])
  assert.equal(problem.at.source, '      and exists(viewitem)')
})

test('of a very long line the part around the mistake is shown, with the caret under it', () => {
  const long = `exists(view_item where brand in [${Array(200).fill('"Bosch"').join(', ')}]) and exists(lgoin)`
  const { stderr } = new Shop({ 'etalage.config.js': { segments: { a: long } } }).run('lint')
  const [, source, caret] = stderr.split('\n')
  assert.ok(source.length < 140)
  assert.equal(source.slice(caret.indexOf('^'), caret.length), 'lgoin')
})

test('a case of a decision is named by its number', () => {
  const shop = new Shop({
    'etalage.config.js': {
      decisions: {
        d: [
          ['a', 'exists(login)'],
          ['b', 'segment.none'],
        ],
      },
    },
  })
  const { problems } = JSON.parse(shop.run('lint', '--json').stdout)
  assert.deepEqual(
    problems.map(({ rule }) => rule),
    ['decision d, case 2'],
  )
})

test('what is wrong with a fact, event or setting is said of it, and of no rule', () => {
  const config = {
    facts: { pregnant: {} },
    events: { newsletter: { price: 'text' } },
    segments: { a: 'exists(login)' },
  }
  const { problems } = JSON.parse(
    new Shop({ 'etalage.config.js': config }).run('lint', '--json').stdout,
  )
  assert.deepEqual(
    problems.map(({ rule, code, at }) => [rule, code, at]),
    [
      ['field newsletter.price', 'rule-duplicate', undefined],
      ['fact pregnant', 'sensitive-inference', undefined],
    ],
  )
})

test('a rule that does not stand in the file as it is has no line, only its name', () => {
  const line = (text) => {
    const shop = new Shop({ 'etalage.config.js': text })
    return JSON.parse(shop.run('lint', '--json').stdout).problems[0].line
  }
  assert.equal(
    line('const e = "viewitem"\nexport default { segments: { a: `exists(${e})` } }'),
    undefined,
  )
  assert.equal(
    line("export default { segments: {\n a: 'exists(viewitem)',\n b: 'exists(viewitem)' } }"),
    undefined,
  )
  assert.equal(line("export default { segments: {\n a: 'exists(viewitem)' } }"), 2)
  assert.equal(
    line(
      "export default { segments: {\n a: 'exists(view_item where brand == \\'B\\' and x == 1)' } }",
    ),
    2,
  )
  assert.equal(
    line(
      'export default { segments: {\n a: "exists(view_item where brand == \\"B\\" and x == 1)" } }',
    ),
    2,
  )
})

test('all mistakes are shown, each in its rule', () => {
  const config = {
    metrics: { m: 'exists(login)' },
    segments: { a: 'count(login) > "3"', b: 'exists(login', c: 'exists(login)' },
    triggers: { t: 'exists(login within 900d)' },
  }
  const { problems } = JSON.parse(
    new Shop({ 'etalage.config.js': config }).run('lint', '--json').stdout,
  )
  assert.deepEqual(
    problems.map(({ rule, code }) => [rule, code]),
    [
      ['metric m', 'rule-type'],
      ['segment a', 'rule-type'],
      ['segment b', 'rule-syntax'],
      ['trigger t', 'rule-window'],
    ],
  )
})

for (const [name, config, code] of [
  [
    'rules that need each other',
    { segments: { a: 'not segment.b', b: 'segment.a' } },
    'rule-cycle',
  ],
  [
    'a case that can never be the first',
    {
      decisions: {
        d: [
          ['a', 'true'],
          ['b', 'exists(login)'],
        ],
      },
    },
    'rule-unreachable',
  ],
  [
    'a segment about a sensitive topic',
    { segments: { pregnant: 'exists(login)' } },
    'sensitive-inference',
  ],
  [
    'a rule that personalises for children',
    { privacy: { audience: 'children' }, segments: { a: 'exists(login)' } },
    'audience-children',
  ],
  [
    'a filter that names what is no field',
    { slots: { home: { strategy: 'similar', filter: 'colour == "red"' } } },
    'rule-unknown-name',
  ],
  [
    'an answer that is no choice',
    { facts: { skill: { choices: ['pro'] } }, segments: { a: 'stated.skill == "por"' } },
    'rule-unknown-name',
  ],
]) {
  test(`${name} is an error (${code}), in lint and in build`, () => {
    const shop = new Shop({ 'etalage.config.js': config })
    const { problems } = JSON.parse(shop.run('lint', '--json').stdout)
    assert.ok(
      problems.some((problem) => problem.code === code),
      JSON.stringify(problems),
    )
    assert.equal(shop.refused('build').file, 'etalage.config.js')
  })
}

test('a shop can allow one sensitive term, and extend the list', () => {
  const ok = (sensitive, name) => {
    const config = { privacy: { sensitive }, segments: { [name]: 'exists(login)' } }
    return JSON.parse(new Shop({ 'etalage.config.js': config }).run('lint', '--json').stdout).ok
  }
  assert.equal(ok({}, 'horoscope'), true)
  assert.equal(ok({ extend: ['horoscope'] }, 'horoscope'), false)
  assert.equal(ok({}, 'migraine'), false)
  assert.equal(ok({ allow: ['migraine*'] }, 'migraine'), true)
})

test('a warning is shown and fails nothing', () => {
  const shop = new Shop({ 'etalage.config.js': { segments: { a: 'not exists(purchase)' } } })
  const { code, stdout, stderr } = shop.run('build', '--json')
  assert.equal(code, 0)
  assert.match(
    stderr,
    /^etalage: warning: etalage\.config\.js:1: segment a, 1:\d+: .*profile\.age/s,
  )
  const [problem] = JSON.parse(stdout).problems
  assert.deepEqual([problem.warning, problem.code], [true, 'rule-absence'])
  assert.equal(shop.run('lint').code, 0)
})

test('build says how many rules there are and what is collected', () => {
  const { stdout } = new Shop({ 'etalage.config.js': good }).run('build')
  assert.match(stdout, /^rules +3$/m)
  assert.match(stdout, /^collects +.*purchase 400 days.*view_item 400 days.*answer skill/ms)
})

test('a configuration without rules or slots collects nothing', () => {
  const shop = new Shop({ 'etalage.config.js': { catalogue: 'p.csv' }, 'p.csv': ['id', 'A1'] })
  assert.match(shop.run('build').stdout, /^collects +nothing$/m)
})

test('a configuration that cannot be read is an error of lint too', () => {
  const { code, stdout } = new Shop({ 'etalage.config.js': 'export default {' }).run(
    'lint',
    '--json',
  )
  assert.equal(code, 1)
  assert.equal(JSON.parse(stdout).problems[0].code, 'config-unreadable')
})
