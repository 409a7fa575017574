// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The shop's dashboard as text: what it says, that it says how sure it is, and that nothing in it acts.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import test from 'node:test'
import {
  contentSecurityPolicy,
  dashboardStyle,
  renderDashboard,
} from '../../js/collector/dist/dashboard/index.js'
import { dutch } from '../../js/collector/dist/dashboard/texts/dutch.js'
import { english } from '../../js/collector/dist/dashboard/texts/english.js'
import {
  answers,
  budget,
  describe,
  history,
  houseAndGarden,
  measured,
  overviewOf,
} from './dashboardFixture.mjs'

const shop = houseAndGarden()
const pages = {
  en: await renderDashboard({ lang: 'en' }, shop),
  nl: await renderDashboard({ lang: 'nl' }, shop),
}

const nothing = { measures: [], overview: { measures: [], experiments: [], budget } }
const dataOf = (...measures) => ({ measures, overview: overviewOf(measures) })
const yesNo = answers({ no: ['no', 'nee'], yes: ['yes', 'ja'] })

function question(given = {}) {
  const label = { en: 'A question', nl: 'Een vraag' }
  return describe({ name: 'question', of: 'segment.question', label, rows: yesNo, ...given })
}

/** What is read: without marks, entities and doubled spaces. */
function textOf(page) {
  return page
    .replace(/<(style|title)[^]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code))
    .replace(/\s+/g, ' ')
}

function parts(page, expression) {
  return [...page.matchAll(expression)].map(([, part]) => part)
}

const cardsOf = (page) => parts(page, /<article class="card">([^]*?)<\/article>/g)
const findingsOf = (page) =>
  parts(page, /<li class="(?:better|worse|check|change|gap|wait)">([^]*?)<\/div>/g)

test('the same data give the same page', async () => {
  assert.equal(await renderDashboard({ lang: 'nl' }, houseAndGarden()), pages.nl)
})

test('both languages have all words, of the same kind', () => {
  const shape = (texts) =>
    Object.fromEntries(
      Object.entries(texts).map(([key, text]) => [
        key,
        Array.isArray(text) ? text.length : typeof text === 'object' ? shape(text) : typeof text,
      ]),
    )
  assert.deepEqual(shape(dutch), shape(english))
  assert.match(pages.nl, /<html lang="nl">/)
  assert.match(pages.en, /<html lang="en">/)
})

test('Dutch is written with decimal commas, English with points', () => {
  const numbers = (page) => textOf(page).match(/\d[.,\d]*%/g)
  assert.ok(numbers(pages.nl).length > 300)
  assert.deepEqual(
    numbers(pages.nl).filter((number) => /\.\d{1,2}%/.test(number)),
    [],
  )
  assert.deepEqual(
    numbers(pages.en).filter((number) => /,\d{1,2}%/.test(number)),
    [],
  )
  assert.match(textOf(pages.nl), /50\.542 antwoorden/)
})

test('every group of numbers says how many answers, of when, of whom, at which ε and how sure', () => {
  for (const [lang, page] of Object.entries(pages)) {
    const groups = [...cardsOf(page), ...findingsOf(page).filter((item) => /%/.test(item))]
    assert.ok(groups.length > 15)
    for (const group of groups) {
      const facts = textOf(/<ul class="facts">([^]*?)<\/ul>/.exec(group)?.[1] ?? '')
      assert.match(
        facts,
        lang === 'nl'
          ? /[\d.]+ antwoorden .* 2026 .*bezoekers die instemden met meten.* ε.=.\d,\d\d \(ln.\d+\) 95%-intervallen|precies geteld: geen ε, geen interval/
          : /[\d,]+ answers .* 2026 .*shoppers who agreed to measuring.* ε.=.\d\.\d\d \(ln.\d+\) 95% intervals|counted exactly: no ε, no interval/,
        textOf(group).slice(0, 200),
      )
    }
  }
})

test('measures of who personalises say that only these could answer', () => {
  const card = cardsOf(pages.en).find((card) => card.includes('Lifecycle stage'))
  assert.match(textOf(card), /shoppers who agreed to measuring and to personalising/)
})

test('every estimated share has its interval beside it, in words, plots and tables', () => {
  const card = cardsOf(pages.en).filter((card) => /ε/.test(textOf(card)) && !/no ε/.test(card))
  for (const text of card.flatMap((card) => parts(card, /<text[^>]*>([^<]*)<\/text>/g))) {
    if (!/%/.test(text) || /^[\d.]+%$/.test(text)) continue
    assert.match(text, /^[\d.]+% \([\d.]+–[\d.]+%\)$/)
  }
  for (const lead of card.flatMap((card) => parts(card, /<p class="lead">([^]*?)<\/p>/g))) {
    const shares = [...lead.matchAll(/(?<![(–.\d])(?<!to )\d+\.\d+%/g)]
    assert.ok(shares.length)
    for (const { index, 0: share } of shares) {
      assert.match(textOf(lead.slice(index + share.length)).trim(), /^\([\d.]+–[\d.]+%\)/)
    }
  }
  const cells = card
    .flatMap((card) => parts(card, /<td>([^]*?)<\/td>/g))
    .filter((cell) => /^\s*−?[\d.]+%/.test(cell) && /note/.test(cell))
  assert.ok(cells.length > 300)
  for (const cell of cells) {
    assert.match(
      textOf(/<span class="note">([^]*?)<\/span>/.exec(cell)[1]),
      /[\d.]+(–| to )−?[\d.]+%/,
    )
  }
})

test('what stands out is what chance does not explain', () => {
  const said = findingsOf(pages.en).map(textOf)
  const about = (words) => said.filter((text) => words.test(text))
  assert.equal(about(/Check .*Goes with your cart: 15\.5% \([\d.]+–[\d.]+%\).*20\.0%/).length, 1)
  assert.equal(about(/Works .*home page: more shoppers click/).length, 1)
  assert.equal(about(/Changed .*more ‘High’ than the period before.*From 11\.\d%/).length, 1)
  assert.equal(about(/Changed/).length, 1, 'and nothing that moved by chance')
  assert.equal(about(/Missed .*sold out.*Garden/).length, 1)
  assert.equal(about(/Wait .*Searches without a result \(another 32\)/).length, 1)
  assert.equal(about(/The whole package/).length, 0, 'an uplift that may be nothing')
  assert.equal(about(/Goes with your cart: (more|fewer)/).length, 0, 'nor one of uneven sides')
})

test('an uplift is certain only where its interval for any look leaves zero', async () => {
  const measured = shop.measures.find(({ measure }) => measure.name === 'package')
  const say = async (change) => {
    const data = dataOf({ ...measured, uplift: { ...measured.uplift, ...change } })
    return textOf(await renderDashboard({ lang: 'en' }, data))
  }
  const leaning = { uplift: 0.02, low: 0.01, high: 0.03, anytimeLow: -0.001, anytimeHigh: 0.041 }
  assert.match(await say(leaning), /It leans that way/)
  assert.doesNotMatch(await say(leaning), /more shoppers buy/)
  const better = { ...leaning, anytimeLow: 0.001 }
  assert.match(
    await say(better),
    /The whole package: more shoppers buy\..*\+2\.0 points \(\+0\.1 to/,
  )
  const worse = { uplift: -0.02, low: -0.03, high: -0.01, anytimeLow: -0.04, anytimeHigh: -0.005 }
  assert.match(await say(worse), /fewer shoppers buy/)
  const unknown = { uplift: null, low: null, high: null, anytimeLow: null, anytimeHigh: null }
  assert.match(await say({ ...unknown, relative: null }), /Not enough answers yet to say anything/)
})

test('a campaign stands beside the one before it, with the difference and its interval', () => {
  const card = cardsOf(pages.en).find((card) => card.includes('Autumn: the garden'))
  assert.match(
    textOf(card),
    /Campaign at ‘home’ · 50\.0% held out · 12 October.{1,3}8 November 2026 .*Beside spring-2026 .*: [+−][\d.]+ points \([+−][\d.]+ to [+−][\d.]+\)/,
  )
})

test('how private and how safe a measure is stands with it', () => {
  const card = textOf(cardsOf(pages.en).find((card) => card.includes('Furthest step')))
  const { p, q } = shop.measures[0].measure
  assert.match(card, new RegExp(`true one in ${(100 * p).toFixed(1)} of 100 cases`))
  assert.match(card, new RegExp(`forged answer moves an estimate by at most ${1 / (p - q)} `))
  assert.match(card, /A shopper answers at most once in 7 days/)
})

test('a shop without measures, without answers or with one epoch is told what to expect', async () => {
  const empty = textOf(await renderDashboard({ lang: 'en' }, nothing))
  assert.match(empty, /The shop asks no questions yet/)

  const waits = measured(question(), { shares: () => [1, 0], reports: () => 0 })
  const silent = await renderDashboard({ lang: 'nl' }, { ...dataOf(waits), history: history() })
  assert.match(textOf(silent), /Er zijn nog geen antwoorden binnen/)
  assert.match(textOf(silent), /Nog niet genoeg antwoorden Een vraag Over deze periode is geen/)
  assert.ok(silent.indexOf('id="history"') < silent.indexOf('id="shoppers"'), 'history leads')

  const once = measured(question(), { shares: () => [0.7, 0.3], reports: () => 900, epochs: 1 })
  const first = textOf(await renderDashboard({ lang: 'en' }, dataOf(once)))
  assert.match(first, /A question [23]\d\.\d% \([\d.]+–[\d.]+%\) of the shoppers/)
  assert.match(first, /appears from the second period/)
})

test('below the floor there is no number but how many answers it still takes', async () => {
  const few = measured(question(), { shares: () => [0.5, 0.5], reports: () => 14 })
  const page = await renderDashboard({ lang: 'en' }, dataOf(few))
  const card = textOf(/<div class="card">([^]*?)<\/div>/.exec(page)[1])
  assert.match(card, /168 of the 200 answers that it takes\. Another 32/)
  assert.doesNotMatch(card.replace('95% intervals', ''), /%/)
})

test('a measure of 256 answers is drawn by its largest, and tabled whole', async () => {
  const words = Object.fromEntries(
    Array.from({ length: 256 }, (_, i) => [`v${i}`, [`Answer ${i}`, `Antwoord ${i}`]]),
  )
  const wide = measured(question({ rows: answers(words), of: 'stated.wide' }), {
    shares: () => Array.from({ length: 256 }, (_, i) => 1 / (i + 1)),
    reports: () => 700,
    epochs: 2,
  })
  const [card] = cardsOf(await renderDashboard({ lang: 'en' }, dataOf(wide)))
  assert.match(textOf(card), /The 24 largest of 256 answers/)
  assert.equal(parts(card, /<th scope="row">(Answer \d+)<\/th>/g).length, 256)
  assert.match(textOf(card), /marks the true one in 50 of 100 cases, and each of the others in 25/)
  assert.match(textOf(card), /moves all estimates together by at most 1,024 shoppers/)
})

test('a raw estimate below zero is in the table; what is shown is not below it', async () => {
  const rare = measured(question({ of: 'stated.rare' }), {
    shares: () => [1, 0],
    reports: () => 500,
    seed: 7,
  })
  assert.ok(rare.total.estimates[1].share < -0.02)
  const page = await renderDashboard({ lang: 'en' }, dataOf(rare))
  const [row] = parts(page, /<th scope="row">yes<\/th>([^]*?)<\/tr>/g).map(textOf)
  assert.match(row, /^ 0\.0% (−4\.5 to −0\.1%) −2\.3% \1 cannot be told from none −136 $/)
  for (const svg of parts(page, /<svg [^>]*aria-label="Bar[^]*?>([^]*?)<\/svg>/g)) {
    assert.doesNotMatch(svg, />−|d="M-/, 'no number and no bar')
  }
})

test('enormous numbers and missing ones are written, never as NaN or Infinity', async () => {
  const huge = measured(question(), { shares: () => [0.5, 0.5], reports: () => 500, epochs: 2 })
  huge.total.reports = 9e15
  huge.total.estimates[1].count = -1.5e300
  huge.perReport = Infinity
  const told = { ...history(), customers: 0 }
  const uplift = { ...shop.measures.find(({ measure }) => measure.name === 'home') }
  const none = { rate: null, rateLow: null, rateHigh: null, reports: null, share: null, low: null }
  uplift.clicks = { ...uplift.clicks, uplift: NaN, arms: uplift.clicks.arms.map(() => none) }
  const page = textOf(
    await renderDashboard({ lang: 'en' }, { ...dataOf(huge, uplift), history: told }),
  )
  assert.doesNotMatch(page, /NaN|Infinity|undefined|null|∞/)
})

const hostile = `"><script>alert(1)</script><img src=x onerror=alert(2)>'{{signal}}</style>`

test('a label may be any text: it stays text', async () => {
  const words = { en: hostile, nl: `مرحبا 🧰👩🏽‍🔧 ${'ĳ'.repeat(300)}\u0000\u202e` }
  const data = dataOf(
    measured(
      question({
        name: hostile,
        label: words,
        of: 'stated.hostile',
        series: hostile,
        rows: [
          { value: hostile, ...words },
          { value: 'b', en: '', nl: '' },
        ],
      }),
      { shares: () => [0.5, 0.5], reports: () => 500, epochs: 3 },
    ),
  )
  data.history = history()
  data.history.segments[0].label = words
  data.history.currency = hostile
  data.consent = [{ day: hostile, shown: 1, personalise: 1, measure: 1 }]
  for (const lang of ['en', 'nl']) {
    const page = await renderDashboard({ lang, from: hostile, to: hostile }, data)
    const inert = page.replace(/<style>[^]*?<\/style>/, '')
    assert.doesNotMatch(inert, /<script|<img|<style|<\/style/i)
    for (const [tag] of inert.matchAll(/<[^>]+>/g)) {
      assert.doesNotMatch(tag.replace(/"[^"]*"/g, ''), /\son\w+=/i)
    }
    assert.equal(parts(page, /(<\/html>)/g).length, 1)
  }
})

test('there is no script, and no style or address that the policy would refuse', () => {
  const page = pages.nl
  assert.doesNotMatch(page, /<script|javascript:| style="| on\w+="|<link|<iframe|@import/i)
  for (const [, address] of page.matchAll(/ (?:href|src|action)="([^"]*)"/g)) {
    assert.match(address, /^(#[a-z]+|\?lang=en|estimates(\.csv)?\?measure=[\w-]+|measures)$/)
  }
  const [style] = parts(page, /<style>([^]*?)<\/style>/g)
  assert.equal(style, dashboardStyle)
  const hash = createHash('sha256').update(style).digest('base64')
  assert.ok(contentSecurityPolicy.includes(`style-src 'sha256-${hash}'`))
  assert.match(contentSecurityPolicy, /^default-src 'none'; /)
  assert.doesNotMatch(contentSecurityPolicy, /script|unsafe|\*/)
})

test('the chosen period goes into the other language and into the files', async () => {
  const query = { lang: 'nl', from: '2026-09-01', to: '2026-11-18' }
  const page = await renderDashboard(query, shop)
  assert.match(textOf(page), /1 september.{1,3}18 november 2026/)
  assert.match(page, /href="\?lang=en&#38;from=2026-09-01&#38;to=2026-11-18"/)
  assert.match(page, /estimates\.csv\?measure=funnel&#38;from=2026-09-01&#38;to=2026-11-18"/)
  assert.match(page, /name="from" value="2026-09-01"/)
  const days = parts(page, /<th scope="row">(\d+ sep 2026)<\/th>/g)
  assert.equal(days[0], '1 sep 2026', 'the banner’s days are of that period too')
})

test('the order history stands beside what was measured, with what is too small left out', () => {
  const [, section] = pages.en.split('id="history"')
  const text = textOf(section)
  assert.match(text, /21,480 customers, in the orders of 1 November 2024/)
  assert.match(
    text,
    /Loyal customers 3,007 14\.0% €932,232 \d\.\d% [\d.]+–[\d.]+% ε.=.1\.10 \(ln.3\) /,
  )
  assert.match(
    text,
    /Among who answered now: Loyal customers 3,760 answers 5.{1,3}11 Nov 2026 shoppers who/,
  )
  assert.match(text, /Buys for a company too few too few not asked/)
})
