// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Real histories, which lie beside the repository: as files of a shop, and as sessions that the builder had no part in.
import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import { repository } from '../../toolchain/paths.mjs'
import { Shop } from './shop.mjs'

const data = `${repository}/../shared/data`

/** Why a test has to be skipped; false where the data is there. */
export function lacking(folder) {
  return (
    !existsSync(`${data}/${folder}`) &&
    `the data lies beside the repository, in ../shared/data/${folder}`
  )
}

/** UCI Online Retail: the lines of invoices, the header first. */
export function onlineRetailLines(most = Infinity) {
  const text = gunzipSync(readFileSync(`${data}/online-retail/online-retail.csv.gz`)).toString()
  return text.trimEnd().split(/\r?\n/).slice(0, most)
}

/** The configuration for such lines. */
export const invoices = {
  history: {
    path: 'events.csv',
    columns: {
      session: 'InvoiceNo',
      item_id: 'StockCode',
      time: 'InvoiceDate',
      quantity: 'Quantity',
      customer: 'CustomerID',
    },
  },
}

/** A shop without a catalogue, so that products have no attributes and every vector of its pack is a learned one. */
export function shopOfInvoices(lines) {
  return new Shop({ 'events.csv': lines, 'etalage.config.js': invoices })
}

/** A catalogue for these lines: their products with titles. */
export function productsOf(lines) {
  const titles = new Map(lines.slice(1).map((line) => line.split(',').slice(1, 3)))
  return [...titles].map(([id, title]) => JSON.stringify({ id, title }))
}

/** The sessions of such a shop's file; returns are none. */
export async function sessionsOfInvoices(shop) {
  const db = await (await DuckDBInstance.create()).connect()
  const read = await db.runAndReadAll(`
    SELECT trim(InvoiceNo) AS invoice, any_value(nullif(trim(CustomerID), '')) AS customer,
           list(trim(StockCode) ORDER BY moment, line) AS items
    FROM (
      SELECT *, row_number() OVER () AS line, InvoiceDate::TIMESTAMP AS moment
      FROM read_csv('${shop.path('events.csv')}', all_varchar = true, header = true)
    )
    WHERE Quantity::INTEGER > 0
    GROUP BY trim(InvoiceNo)
    ORDER BY min(moment), min(line)`)
  return read
    .getRowObjectsJS()
    .map(({ customer, items }) => ({ customer: customer ?? undefined, items }))
}

/** Sessions of clicks whose customers nobody knows, oldest first: `diginetica` or `retailrocket`. */
export function clickSessions(name, most = Infinity) {
  const text = gunzipSync(readFileSync(`${data}/sessions/${name}.train.txt.gz`)).toString()
  return text
    .trimEnd()
    .split('\n')
    .slice(0, most)
    .map((line) => ({ items: line.split(' ') }))
}

export function shopOfClicks(sessions) {
  const lines = sessions.flatMap(({ items }, s) => items.map((item) => `s${s},${item}`))
  return new Shop({
    'events.csv': ['session,item_id', ...lines],
    'etalage.config.js': { history: 'events.csv' },
  })
}
