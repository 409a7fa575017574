// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// P3: nothing individual leaves.
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { measured } from '../corner-shop/measured.mjs'
import { openCornerShop } from '../corner-shop/openCornerShop.mjs'
import {
  agree,
  choose,
  comeBack,
  enter,
  leave,
  look,
  seen,
  settled,
  stay,
  stored,
  visit,
} from '../corner-shop/shopper.mjs'
import { eachEngine } from '../engines/eachEngine.mjs'

const form =
  /^\{"report":1,"id":"[0-9a-f]{32}","series":"[0-9a-f]{16}","epoch":"[0-9]{10}","answer":"[0-9a-f]{64}"\}$/

/** What every visitor asks for alike. */
const files =
  /^GET \/(\?[a-z0-9&=]*|before\.js|watch\.js|page\.js|etalage\/(index|development|editor|measure)\.js|etalage\/etalage(-rules|-editor)?\.wasm|etalage\/shop\.pack)?$/

/** Until so many reports have arrived. */
async function arrived({ reports }, tab, count) {
  const end = Date.now() + 15_000
  while (reports.length < count && Date.now() < end)
    await tab.evaluate(() => window.etalage.flush())
  assert.equal(reports.length, count)
  return reports.map(({ body }) => body)
}

/** Everything that was on its way has arrived, once this has. */
const settle = async (tab) => {
  await tab.evaluate(() => window.etalage.flush())
  await tab.evaluate(() => fetch('/').then(() => undefined))
}

async function measuredShopper(t, browser, { page = '', consent } = {}) {
  const shop = await openCornerShop(t, { before: measured })
  const tab = await enter(t, browser, shop.url + page)
  await choose(tab, consent ?? { personalise: true, measure: true })
  return { shop, tab }
}

eachEngine((test) => {
  test('all that leaves a visit is requests for files, the same for everybody, and reports of one form', async (t, browser) => {
    const { shop, tab } = await measuredShopper(t, browser)
    await look(tab, ['2206', '2202', '2201'])
    await tab.evaluate(async () => {
      const { etalage } = window
      etalage.answer('skill', 'pro')
      etalage.setCart([{ item_id: '2206', quantity: 2 }])
      etalage.track('purchase', { transaction_id: 't1', items: [{ item_id: '2206' }] })
      etalage.recommend('home')
      etalage.shown('home', ['2206'])
      etalage.clicked('home', '2206')
      await etalage.profile.view()
      await etalage.profile.export()
    })
    await stay(tab)
    const reports = await arrived(shop, tab, 4)
    for (const report of reports) assert.match(report, form)
    assert.equal(new Set(reports).size, 4)
    assert.equal(new Set(reports.map((report) => JSON.parse(report).series)).size, 4)
    await comeBack(tab)
    await leave(tab)
    await settle(tab)
    const others = shop.requests.filter((request) => !files.test(request))
    assert.deepEqual(others, Array(4).fill('POST /reports'))
    assert.deepEqual(await tab.evaluate(() => window.watched.errors), [])
  })

  test('a report tells nothing beside: no cookie, no referrer, no query, and it is always as long', async (t, browser) => {
    const { shop, tab } = await measuredShopper(t, browser)
    await tab.evaluate(() => void (document.cookie = 'shop-session=5; path=/'))
    await stay(tab)
    await arrived(shop, tab, 4)
    for (const { body, headers } of shop.reports) {
      assert.equal(body.length, 177)
      assert.equal(headers['content-type'], 'text/plain;charset=UTF-8')
      assert.equal(headers.cookie, undefined)
      assert.equal(headers.referer, undefined)
      assert.equal(headers['if-none-match'], undefined)
    }
  })

  test('the shopper can read what was sent, and it is in no exported profile', async (t, browser) => {
    const { shop, tab } = await measuredShopper(t, browser)
    await stay(tab)
    await arrived(shop, tab, 4)
    const [{ reports, problem }, exported] = await tab.evaluate(async () => {
      const { profile } = window.etalage
      return [await profile.view({ lang: 'nl' }), JSON.stringify(await profile.export())]
    })
    assert.equal(problem, undefined)
    assert.deepEqual(reports.map(({ measure }) => measure).sort(), [
      'funnel',
      'gardener',
      'personalise',
      'skill',
    ])
    for (const { answer, epsilon, trueIn100, time } of reports) {
      assert.ok(answer.length > 0)
      assert.equal(epsilon.toFixed(3), '1.099')
      assert.ok(trueIn100 > 20 && trueIn100 <= 75)
      assert.ok(time > 2980 * 604_800_000)
    }
    assert.equal(reports.find(({ measure }) => measure === 'gardener').label, 'Tuiniert u?')
    for (const { body } of shop.reports) assert.ok(!exported.includes(JSON.parse(body).series))
  })

  test('a collector on another server gets the report itself, and no question before it', async (t, browser) => {
    const asked = []
    const collector = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`)
      response.writeHead(204).end()
    })
    await new Promise((resolve) => collector.listen(0, '127.0.0.1', resolve))
    t.after(() => collector.close())
    const address = `http://127.0.0.1:${collector.address().port}/reports?shopper=7#me`
    const shop = await openCornerShop(t, {
      before: measured,
      headers: {
        'Content-Security-Policy': "default-src 'self' 'wasm-unsafe-eval'; connect-src *",
      },
    })
    const tab = await enter(t, browser, `${shop.url}?collector=${encodeURIComponent(address)}`)
    await agree(tab)
    await stay(tab)
    await tab.waitFor(async () => {
      const { queue } = await window.measured()
      return queue.length === 0
    })
    await settle(tab)
    assert.deepEqual(asked, Array(4).fill('POST /reports'))
  })

  test('who agrees to be counted and to nothing else is asked what needs no profile, and sees what a stranger sees', async (t, browser) => {
    const { shop, tab } = await measuredShopper(t, browser, { consent: { measure: true } })
    const stranger = await tab.evaluate(() => window.etalage.recommend('home').items)
    await look(tab, ['2206', '2202', '2201'])
    await stay(tab)
    await arrived(shop, tab, 3) // not whether they are a gardener: nobody may know
    const now = await tab.evaluate(() => {
      const { etalage } = window
      const { items, personal } = etalage.recommend('home')
      return { items, personal, segments: etalage.segments(), gardener: etalage.in('gardener') }
    })
    assert.deepEqual(now, { items: stranger, personal: false, segments: [], gardener: false })
    assert.deepEqual(await seen(tab), [], 'which products, nobody needs to know')
  })

  test('a report waits for its turn, and a later page sends it', async (t, browser) => {
    const { shop, tab } = await measuredShopper(t, browser, { page: '?hold' })
    await stay(tab)
    assert.equal((await tab.evaluate(() => window.measured())).queue.length, 4)
    assert.equal(shop.reports.length, 0)
    await visit(tab, `${shop.url}?ahead=900000`)
    await arrived(shop, tab, 4)
  })

  test('a shopper who goes from page to page answers when the next one opens', async (t, browser) => {
    const { shop, tab } = await measuredShopper(t, browser)
    await tab.waitFor(async () => (await window.measured()).ledger)
    await visit(tab, `${shop.url}?ahead=900000`)
    await arrived(shop, tab, 4)
  })

  test('two tabs that are left at once answer once', async (t, browser) => {
    const { shop, tab } = await measuredShopper(t, browser)
    const other = await enter(t, browser, shop.url)
    await stay(other)
    await stay(tab)
    for (const one of [tab, other]) {
      await comeBack(one)
      await leave(one)
      await settle(one)
    }
    await arrived(shop, tab, 4)
  })

  test('a shop without a collector keeps no ledger, and loads nothing to measure by', async (t, browser) => {
    const shop = await openCornerShop(t, { before: measured })
    const tab = await enter(t, browser, `${shop.url}?collector=`)
    await agree(tab)
    await tab.evaluate(() => window.passTime(900_000))
    await leave(tab)
    await comeBack(tab)
    const { databases } = await stored(tab)
    assert.deepEqual([databases.etalage.ledger, databases.etalage.queue], [[], []])
    assert.ok(!shop.requests.includes('GET /etalage/measure.js'))
    await choose(tab, { personalise: false, measure: true })
    assert.deepEqual((await stored(tab)).databases, {})
    await settled(tab)
  })
})
