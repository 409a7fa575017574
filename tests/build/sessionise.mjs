// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What a build asks of an engine between the lines of a history and its sessions, asked of any.
import { historyColumns } from '../../js/build/dist/history/historyColumns.js'
import { Database } from '../../js/build/dist/input/Database.js'
import { openSource } from '../../js/build/dist/input/openSource.js'
import { resolveColumns } from '../../js/build/dist/input/resolveColumns.js'
import * as sql from '../../js/build/dist/sql/history.js'
import { createHistoryLines } from '../../js/build/dist/sql/historyLines.js'
import { readSource } from '../../js/build/dist/sql/readSource.js'
import { Shop } from './shop.mjs'

/** The typed lines of a history, by the statement that reads them in every build, and the engine that holds them. */
export async function readLines(t, lines, columns = {}) {
  const shop = new Shop({ 'events.csv': lines })
  const db = await Database.open()
  t.after(() => db.close())
  const source = await openSource(db, shop.path('events.csv'), 'history')
  const theirs = resolveColumns(source, historyColumns, new Map(Object.entries(columns)), 'history')
  const names = historyColumns.map(({ name }) => name)
  const file = readSource(source, source.path, names, theirs)
  await db.run(createHistoryLines(file, theirs.has('time')))
  return db
}

/** Everything that a build asks of an engine, answered. `names`: of a catalogue; without, the products are the history's items. */
export async function sessionise({ run, rows }, names) {
  const answers = { bad: await rows(sql.firstBadLine), lines: await rows(sql.countLines) }
  if (names) {
    await run(sql.createProductNames)
    await run(`INSERT INTO product_names VALUES ${names.join(', ')}`)
  } else await run(sql.nameProductsByHistory)
  await run(sql.createHistoryEvents)
  await run(sql.createHistorySessions)
  for (const ask of [
    'productNames',
    'countEvents',
    'unmatchedItems',
    'countSessions',
    'sessionRows',
    'eventRows',
    'purchaseRows',
    'customerEventRows',
  ]) {
    answers[ask] = await rows(sql[ask])
  }
  answers.touches = await rows(`${sql.touchesByVariant} ORDER BY variant`)
  return answers
}

export const inDuckDb = (db) => ({ run: (sql) => db.run(sql), rows: (sql) => db.rows(sql) })

/** The lines as plain values, in their order. */
export function typedLines(db) {
  return db.rows(
    'SELECT * REPLACE (CAST(happened AS VARCHAR) AS happened) FROM history_lines ORDER BY record',
  )
}

/** Lines twice, times that are equal, sessions and customers that are missing or mixed, purchases reported again, any letters. */
export function randomHistory(seed) {
  let state = seed
  const below = (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * n)
  }
  const pick = (...values) => values[below(values.length)]
  const items = [
    'A',
    'a',
    'é',
    'e\u0301',
    'ß',
    'Z',
    '🛠️',
    '10',
    '9',
    "it's",
    '_',
    '-',
    'ﷺ',
    '～',
    'a b',
    'a-b',
  ]
  const events = [
    'view_item',
    'VIEW_ITEM',
    'add_to_cart',
    'purchase',
    'purchase',
    'refund',
    'view_item_list',
    '',
  ]
  const lines = ['session,item_id,event,time,quantity,customer,transaction_id']
  for (let i = 0; i < 3000; ++i) {
    if (i > 0 && below(10) === 0) {
      lines.push(lines.at(-1))
      continue
    }
    const fields = [
      below(20) === 0 ? '' : `s${below(150)}`,
      below(20) === 0 ? '' : pick(...items),
      pick(...events),
      new Date(Date.UTC(2026, 0, 1) + 3_600_000 * below(240) - below(3)).toISOString(),
      pick('', '', '1', '2', '0', '-1', '0.5'),
      below(3) === 0 ? '' : pick('c1', 'C1', 'ç', 'c10', 'c9', 'c 1', 'c-1', 'z'),
      pick('', '', `t${below(40)}`),
    ]
    lines.push(fields.join())
  }
  const quoted = (text) => `'${text.replaceAll("'", "''")}'`
  const names = items.slice(0, 9).map((name, i) => `(${quoted(name)}, ${i >> 1}, ${i})`)
  return { lines, names, items }
}
