// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { browsing } from './browsing.mjs'
import { repository } from '../../toolchain/paths.mjs'
import { readPack } from './readPack.mjs'
import { Shop } from './shop.mjs'

const shop = new Shop({
  'events.csv': browsing({ sessions: 200, days: 10 }),
  'etalage.config.js': {
    history: 'events.csv',
    facts: { skill: {} },
    metrics: { bought: 'count(purchase)' },
    segments: { handy: 'stated.skill == "handy"' },
    slots: { home: { strategy: 'for-you', count: 8, fallback: ['bestsellers'] } },
  },
})
shop.json('build')
const pack = readFileSync(shop.path('shop.pack'))

test('the table shows sections, sizes, counts, slots and the manifest', () => {
  const { code, stdout } = shop.run('inspect', 'shop.pack')
  assert.equal(code, 0)
  assert.match(stdout, /^products +60$/m)
  assert.match(stdout, /^VECT +item vectors +[\d,]+ +3,840 +60$/m)
  assert.match(stdout, /^home +for-you +8 +bestsellers$/m)
  assert.match(stdout, /^retention +400 days$/m)
  assert.match(stdout, /^rules +2 rules: 1 metric, 1 segment$/m)
  assert.match(stdout, /^view_item +item_id +400 days +personalise +slot home$/m)
  assert.match(stdout, /^skill +personalise +segment handy$/m)
})

// Every place of a configuration has a word of its own.
const marked = {
  catalogue: 'products.csv',
  history: 'events.csv',
  currency: 'XTS',
  privacy: { retention: '123d', sensitive: { extend: ['markterm'], allow: ['pregnan*'] } },
  facts: {
    markfact: {
      choices: {
        markchoice: { en: 'Markchoiceenglish', nl: 'Markchoicedutch' },
        markother: { en: 'Markotherenglish', nl: 'Markotherdutch' },
      },
      ask: { en: 'Markaskenglish?', nl: 'Markaskdutch?' },
      expires: '45d',
      inferred: [['markother', 'exists(view_item where brand == "markbrandofrule")', 0.625]],
    },
  },
  events: { markevent: { markfield: 'text' } },
  distributions: { markspread: [1234.5, 2345.5, 3456.5] },
  metrics: { markmetric: 'count(markevent where markfield == "marktext" within 77d) * 4321.5' },
  segments: {
    markregular: 'exists(view_item)',
    marksegment: {
      when: 'metric.markmetric > percentile("markspread", 50) or stated.markfact == "markchoice"',
      label: { en: 'Marklabelenglish', nl: 'Marklabeldutch' },
    },
  },
  decisions: {
    markdecision: {
      cases: [
        ['markcase', 'segment.marksegment'],
        ['markrest', 'true'],
      ],
      values: { markcase: { en: 'Markvalueenglish', nl: 'Markvaluedutch' } },
    },
  },
  triggers: {
    marktrigger: {
      when: 'count(add_to_cart where category under "markcategoryofrule" within 3d) > 2',
      atMost: '7 per 11d',
    },
  },
  slots: {
    markslot: {
      strategy: 'similar',
      filter: 'brand != "markfiltered" and markcolumn == "markattribute"',
      fallback: ['bestsellers', 'segment-bestsellers'],
      label: { en: 'Markslotenglish', nl: 'Markslotdutch' },
    },
  },
  measures: {
    markmeasure: {
      of: 'decision.markdecision',
      by: 'segment.markregular',
      label: { en: 'Markmeasureenglish', nl: 'Markmeasuredutch' },
    },
    markgap: { of: 'zero-results', categories: ['markgapcategory'] },
  },
  experiments: { markexperiment: { label: { en: 'Marktrialenglish', nl: 'Marktrialdutch' } } },
  campaigns: {
    markcampaign: { slot: 'markslot', from: '2026-03-01', to: '2026-03-31', compare: 'markbefore' },
  },
}

/** Three customers who come back every day and every ten days buy the same; of late a fourth product is looked at. */
function regulars() {
  const lines = ['session,item_id,time,event,customer']
  for (let day = 0; day < 45; ++day) {
    for (let customer = 0; customer < 3; ++customer) {
      const time = new Date(Date.UTC(2026, 0, 1 + day)).toISOString()
      const add = (item, event) =>
        lines.push(`r${day}-${customer},i${item},${time},${event},c${customer}`)
      add(1, 'view_item')
      if (day % 10 === 0) add(3, 'purchase')
      if (day > 37) for (const item of [5, 7]) add(item, 'view_item')
      if (day === 44) for (let times = 0; times < 3; ++times) add(9 + 2 * times, 'add_to_cart')
    }
  }
  return lines
}

const markedShop = new Shop({
  'products.csv': [
    'id,aliases,title,price,category,brand,url,image,in_stock,markcolumn,added',
    ...Array.from({ length: 60 }, (_, i) => {
      const of = i % 2 ? 'Title,5 XTS,garden,Acme,/u,i.png,true' : ',,,,,,false'
      return `i${i},${i % 3 ? '' : `other${i}`},${of},markvalueofproduct,2026-02-${10 + (i % 10)}`
    }),
  ],
  'events.csv': [
    ...regulars(),
    ...browsing({ sessions: 200, days: 10 })
      .slice(1)
      .map((line) => `${line},,`),
  ],
  'etalage.config.js': marked,
})
markedShop.json('build')

test('every section that the format knows is described', () => {
  const format = readFileSync(`${repository}/core/pack/format.h`, 'utf8')
  const drawn = [...format.matchAll(/\btag\("(....)"\)/g)].map(([, tag]) => tag)
  assert.ok(drawn.length >= 20)
  const { sections } = markedShop.json('inspect', 'shop.pack')
  // The pack has everything that a pack can have, so no tag can be missing here and be written elsewhere.
  assert.deepEqual(sections.map(({ tag }) => tag).sort(), drawn.sort())
  assert.deepEqual(sections.map(({ tag }) => tag).sort(), readPack(markedShop).tags.sort())
  for (const { tag, content } of sections) assert.notEqual(content, 'unknown to this release', tag)
})

test('every word of the configuration that the public can read is told, in JSON and in text', () => {
  const json = markedShop.run('inspect', 'shop.pack', '--json').stdout
  const text = markedShop.run('inspect', 'shop.pack').stdout
  const bytes = readFileSync(markedShop.path('shop.pack')).toString('latin1')
  const words = new Set(JSON.stringify(marked).match(/[Mm]ark\w+/g))
  const readable = [...words].filter((word) => bytes.includes(word))
  assert.ok(readable.length > 20, `only ${readable} can be read`)
  for (const word of readable) {
    assert.ok(json.includes(word), `${word} is in the pack and not in the JSON`)
    assert.ok(text.includes(word), `${word} is in the pack and not in the text`)
  }
})

test('every text in the sections that are not about products is told', () => {
  const description = markedShop.json('inspect', 'shop.pack')
  const pack = readFileSync(markedShop.path('shop.pack'))
  const told = JSON.stringify(description)
  for (const { tag, offset, bytes } of description.sections) {
    if (!['META', 'SLOT', 'MANF', 'RULE', 'EXPL', 'DENY', 'MEAS'].includes(tag)) continue
    const text = pack.subarray(offset, offset + bytes).toString('latin1')
    // The first letter and the last may be bytes that stand beside a text.
    for (const word of text.match(/[A-Za-z][a-z_-]{5,}/g) ?? [])
      assert.ok(told.includes(word.slice(1, -1)), `${word} of ${tag} is not told`)
  }
})

test('of the products it is counted what they have', () => {
  const { fields, scoring } = markedShop.json('inspect', 'shop.pack')
  assert.deepEqual(fields, {
    title: 30,
    url: 30,
    image: 30,
    price: 30,
    category: 30,
    brand: 30,
    inStock: 30,
    aliases: 20,
  })
  assert.deepEqual([scoring.vectors, scoring.learned, scoring.ofAttributes], [60, 60, 0])
  const { pairs, vectors } = readPack(markedShop)
  assert.equal(scoring.pairs, pairs.flat().length)
  assert.equal(scoring.vectors, vectors.filter(Boolean).length)
  assert.match(
    markedShop.run('inspect', 'shop.pack').stdout,
    /^with +30 title, 30 url, .*30 in stock,\n +20 further ids$/m,
  )
})

test('the sections lie within the file, one after another', () => {
  const { bytes, sections, products, scoring } = shop.json('inspect', 'shop.pack')
  assert.equal(bytes, pack.length)
  assert.equal(products, 60)
  assert.equal(scoring.vectors, 60)
  let end = 0
  for (const section of sections) {
    assert.ok(section.offset >= end)
    end = section.offset + section.bytes
  }
  assert.ok(end <= bytes)
})

for (const [name, bytes, code] of [
  ['is cut off', pack.subarray(0, 1000), 'truncated'],
  ['is empty', Buffer.alloc(0), 'truncated'],
  ['is something else', Buffer.from('id,title\nA1,Rake\n'.repeat(9)), 'bad-magic'],
  ['has one changed bit', flipped(pack, 2000), 'bad-checksum'],
  ['is of a later version', withMajorVersion(pack, 2), 'bad-version'],
]) {
  test(`a pack that ${name} is an error with the code ${code}`, () => {
    const other = new Shop({ 'broken.pack': bytes })
    const problem = other.refused('inspect', 'broken.pack')
    assert.equal(problem.code, code)
    assert.ok(problem.text.startsWith('etalage: broken.pack: '), problem.text)
    assert.ok(problem.text.endsWith(`[${code}]`), problem.text)
  })
}

test('a missing pack is an error', () => {
  assert.equal(new Shop().refused('inspect', 'shop.pack').code, 'file-missing')
})

function flipped(bytes, at) {
  const copy = Buffer.from(bytes)
  copy[at] ^= 1
  return copy
}

function withMajorVersion(bytes, major) {
  const copy = Buffer.from(bytes)
  copy.writeUInt16LE(major, 4)
  return copy
}
