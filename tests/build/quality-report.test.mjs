// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import { hits, rankInterval, shareInterval } from '../../js/build/dist/quality/report/interval.js'
import { qualityPage } from '../../js/build/dist/quality/report/qualityPage.js'
import { browsing } from './browsing.mjs'
import { Shop } from './shop.mjs'

function shopOf(lines, config = {}) {
  return new Shop({
    'events.csv': lines,
    'etalage.config.js': { history: 'events.csv', ...config },
  })
}

const shop = shopOf(browsing({ sessions: 600, days: 20 }))
const report = shop.json('build')
const page = readFileSync(shop.path('shop.quality.html'), 'utf8')

test('the report stands beside the pack, and the JSON and the table tell where', () => {
  assert.equal(report.report, 'shop.quality.html')
  const { stdout } = shop.run('build', '--out', 'other.pack')
  assert.match(stdout, /^report +other\.quality\.html$/m)
  assert.ok(readdirSync(shop.folder).includes('other.quality.html'))
})

test('--report names another place, --no-report leaves it out, both are a wrong call', () => {
  const shop = shopOf(['session,item_id', 's1,A'])
  assert.equal(shop.json('build', '--report', 'how-good.html').report, 'how-good.html')
  assert.equal(shop.json('build', '--no-report').report, undefined)
  const written = readdirSync(shop.folder).filter((name) => name.endsWith('.html'))
  assert.deepEqual(written, ['how-good.html'])
  assert.equal(shop.run('build', '--report', 'a.html', '--no-report').code, 2)
  assert.equal(shop.run('build', '--report', 'shop.pack').code, 2)
  assert.equal(shop.run('build', '--lang', 'fr').code, 2)
})

test('a place where the report cannot go is an error before the work', () => {
  const shop = new Shop({ 'etalage.config.js': { history: 'none.csv' } })
  const { code, text } = shop.refused('build', '--report', 'nowhere/report.html')
  assert.equal(code, 'report-unwritable')
  assert.match(text, /there is no folder nowhere; expected .* name another with --report/)
})

test('the page forbids itself every script and every request, and names no address', () => {
  assert.match(page, /content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'/)
  assert.doesNotMatch(page, /<script|<link|<img|<iframe|@import|url\(|\bsrc=|\bhref=|\bon[a-z]+="/i)
  const addresses = page.match(/https?:[^"]*/g) ?? []
  for (const address of addresses) assert.match(address, /^http:\/\/www\.w3\.org\//)
})

test('the same build gives the same page', () => {
  shop.json('build', '--report', 'again.html')
  assert.equal(readFileSync(shop.path('again.html'), 'utf8'), page)
})

test('what the page says is what was measured', () => {
  const { quality } = report
  const said = text(page)
  for (const kind of ['all', 'new']) {
    const share = (100 * quality[kind].hr20).toFixed(1)
    assert.ok(said.includes(`${share}%`), `${share} of ${kind}`)
    assert.ok(said.includes(quality[kind].mrr20.toFixed(3)))
    assert.ok(said.includes(`In ${Math.round(100 * quality[kind].hr20)} of 100 steps`))
  }
  assert.ok(
    said.includes(`${quality.heldOut.sessions} sessions with ${quality.heldOut.steps} steps`),
  )
  assert.ok(said.includes('without the sessions of 20 January 2026, and'))
  assert.ok(said.includes(`${(100 * quality.headShare).toFixed(1)}%`))
})

test('each plot says what it shows, and stands beside a table', () => {
  const plots = page.match(/<svg role="img" aria-label="[^"]{20,}"/g)
  assert.equal(plots.length, 5)
  assert.equal(page.match(/<svg/g).length, 5)
  for (const part of page.split('<figure>').slice(1))
    assert.match(part, /<\/figure>\s*<div class="scroll">\s*<table>/)
  assert.equal(page.match(/<h1>/g).length, 1)
})

test('the counts by place, by what was known and by popularity add up', () => {
  const { quality } = report
  for (const measured of [quality.all, quality.new, quality.baseline.all, quality.baseline.new]) {
    assert.equal(measured.places.length, 20)
    assert.ok(Math.abs(hits(measured) / measured.cases - measured.hr20) < 1e-6)
    const mean =
      measured.places.reduce((sum, count, i) => sum + count / (i + 1), 0) / measured.cases
    assert.ok(Math.abs(mean - measured.mrr20) < 1e-6)
  }
  for (const groups of [quality.byKnown, quality.byPopularity]) {
    for (const side of ['pack', 'baseline']) {
      const sum = (pick) => groups.reduce((total, group) => total + pick(group[side]), 0)
      const whole = side === 'pack' ? quality.new : quality.baseline.new
      assert.equal(
        sum(({ cases }) => cases),
        whole.cases,
      )
      assert.equal(sum(hits), hits(whole))
    }
  }
})

test('too few steps are said to be too few, on the page and for each group', () => {
  const shop = shopOf(browsing({ sessions: 60, days: 1 }))
  assert.ok(shop.json('build').quality.cases < 100)
  const page = text(readFileSync(shop.path('shop.quality.html'), 'utf8'))
  assert.match(page, /Only \d+ steps could be tried/)
  assert.match(page, /too few to say/)
  const many = shopOf(browsing({ sessions: 4000, days: 4 }))
  many.json('build')
  assert.doesNotMatch(
    readFileSync(many.path('shop.quality.html'), 'utf8'),
    /Only \d+ steps|class="warning"/,
  )
})

for (const [name, lines, english, dutch] of [
  ['no history', undefined, /no history to test on/, /geen geschiedenis/],
  [
    'too few sessions',
    browsing({ sessions: 49, days: 10 }),
    /at least 50 sessions, and there are 49/,
    /minstens 50 sessies nodig, en er zijn er 49/,
  ],
  [
    'sessions of one product each',
    browsing({ sessions: 100, days: 10, steps: 1 }),
    /has a second product/,
    /heeft een tweede product/,
  ],
]) {
  test(`with ${name} the page says in both languages why nothing was measured`, () => {
    const shop = lines
      ? shopOf(lines)
      : new Shop({ 'etalage.config.js': { slots: { home: { strategy: 'bestsellers' } } } })
    for (const [lang, expected] of Object.entries({ en: english, nl: dutch })) {
      shop.json('build', '--lang', lang)
      const page = readFileSync(shop.path('shop.quality.html'), 'utf8')
      assert.match(page, new RegExp(`<html lang="${lang}">`))
      assert.match(text(page), expected)
      assert.doesNotMatch(page, /<svg/)
    }
  })
}

test('in Dutch there is no English left, and numbers have their comma', async () => {
  const dutch = text(await qualityPage(report, 'nl'))
  assert.doesNotMatch(dutch, /\b(the|steps|session|this pack|found|and)\b/)
  assert.ok(dutch.includes(`${(100 * report.quality.new.hr20).toFixed(1).replace('.', ',')}%`))
})

test('a name that looks like HTML is text', async () => {
  const page = await qualityPage({ ...report, pack: `<script>alert('1')</script>&"` }, 'en')
  assert.doesNotMatch(page, /<script/)
  assert.match(page, /&#60;script&#62;alert\(&#39;1&#39;\)&#60;\/script&#62;&#38;&#34;/)
})

test('the interval of a share is that of Wilson', () => {
  // Newcombe (1998), table I, method 3.
  for (const [hits, cases, low, high] of [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ]) {
    const interval = shareInterval(hits, cases)
    assert.ok(Math.abs(interval.low - low) < 6e-5 && Math.abs(interval.high - high) < 6e-5)
  }
  assert.deepEqual(shareInterval(0, 0), { low: 0, high: 1 })
  assert.ok(shareInterval(7, 7).high <= 1 && shareInterval(7, 7).low > 0.6)
})

test('the interval of a mean of ranks is as wide as the ranks are spread', () => {
  const places = (...first) => Object.assign(Array(20).fill(0), first)
  const all = { cases: 100, hr20: 1, mrr20: 1, places: places(100) }
  assert.deepEqual(rankInterval(all), { low: 1, high: 1 })
  // Half 1, half 0: a standard deviation of .5 over the root of 99.
  const { low, high } = rankInterval({ cases: 100, hr20: 0.5, mrr20: 0.5, places: places(50) })
  assert.ok(Math.abs(high - low - (2 * 1.96 * 0.5) / Math.sqrt(99)) < 1e-4)
  assert.deepEqual(rankInterval({ cases: 1, hr20: 1, mrr20: 1, places: places(1) }), {
    low: 0,
    high: 1,
  })
})

/** What a person reads. */
function text(page) {
  return page
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code))
    .replace(/\s+/g, ' ')
}
