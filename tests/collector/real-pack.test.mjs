// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// All of it together: a pack that `etalage build` made, shoppers that `etalage simulate` lets report, and the command as it is shipped.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { retail } from '../../js/build/dist/index.js'
import { Shop } from '../build/shop.mjs'
import { Command, shipped } from './support/Command.mjs'

test('what simulated shoppers report to a pack of the builder is counted, estimated and shown', async (t) => {
  const shop = new Shop({
    'etalage.config.js': {
      extends: [retail()],
      catalogue: 'products.csv',
      history: 'events.csv',
      privacy: { budget: { week: 9, lifetime: 90 } }, // so that nearly everybody answers each measure
      slots: { home: { strategy: 'for-you' } },
      experiments: { home: { slot: 'home', holdout: 0.4 } },
    },
    'products.csv': [
      'id,title,category,price',
      ...Array.from(
        { length: 20 },
        (_, i) => `P${i},Thing ${i},${i % 2 ? 'tools' : 'garden'},${i}`,
      ),
    ],
    'events.csv': [
      'session,time,event,item_id,quantity,price,customer',
      ...Array.from(
        { length: 60 },
        (_, i) => `s${i},2026-01-${10 + (i % 20)}T10:00:00Z,purchase,P${i % 20},1,5,c${i % 12}`,
      ),
    ],
  })
  shop.json('build')
  const pack = shop.path('shop.pack')
  const history = shop.path('shop.segments.json')
  const args = [
    '--db',
    shop.path('reports.sqlite'),
    '--pack',
    pack,
    '--history',
    history,
    '--port',
    '0',
  ]
  const command = new Command(args, {}, shipped)
  const address = `http://127.0.0.1:${await command.listening()}`
  t.after(() => command.end())

  const { reports } = shop.json(
    ...['simulate', '--pack', pack],
    ...['--shoppers', '500', '--collector', address],
  )
  assert.ok(reports.counted > 1_000, `${reports.counted} of ${reports.made} were counted`)
  const ask = async (path) => (await fetch(address + path)).json()
  const { measures } = await ask('/measures')
  const counted = measures.reduce((sum, measure) => sum + measure.reports, 0)
  assert.equal(counted, reports.counted)
  assert.ok(measures.every(({ current }) => current))
  const { measure, total, uplift } = await ask('/estimates?measure=home')
  assert.ok(total.enough, `${total.reports} reports`)
  assert.equal(total.estimates.length, measure.rows.length * measure.columns.length)
  assert.equal(uplift.ratio.expected, 0.4)
  const page = await fetch(`${address}/?lang=nl`)
  assert.equal(page.status, 200)
  const text = await page.text()
  assert.match(text, /<html lang="nl"/)
  assert.match(text, /id="history"/)
  assert.doesNotMatch(text, /NaN|undefined/)
  assert.equal(command.errors, '')
})
