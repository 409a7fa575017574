// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Cleans the invoice lines of UCI Online Retail: a known customer, something bought (returns and
// corrections have a negative quantity), and paid for. Writes them as the history of `etalage build`,
// and gives back one row for each product.

import { DuckDBInstance } from '@duckdb/node-api'

const literal = (text) => `'${text.replaceAll("'", "''")}'`

export async function cleanOnlineRetail(file, historyFile) {
  const database = await (await DuckDBInstance.create(':memory:')).connect()
  await database.run(`
    CREATE TABLE line AS
    SELECT InvoiceNo, StockCode, Description, InvoiceDate::TIMESTAMP AS InvoiceDate, CustomerID,
           Quantity::INTEGER AS Quantity, UnitPrice::DOUBLE AS UnitPrice
    FROM read_csv(${literal(file)}, all_varchar = true, header = true)
    WHERE CustomerID <> '' AND Quantity::INTEGER > 0 AND UnitPrice::DOUBLE > 0`)
  await database.run(`
    COPY (
      SELECT InvoiceNo AS session, InvoiceDate AS time, 'purchase' AS event, StockCode AS item_id,
             Quantity AS quantity, UnitPrice AS price, CustomerID AS customer
      FROM line ORDER BY InvoiceDate, InvoiceNo
    ) TO ${literal(historyFile)} (FORMAT parquet)`)
  const lines = await rows(database, 'SELECT count(*)::INTEGER AS lines FROM line')
  const products = await rows(
    database,
    `SELECT StockCode AS id, mode(trim(Description)) AS title, median(UnitPrice) AS price
     FROM line GROUP BY StockCode ORDER BY StockCode`,
  )
  return { lines: lines[0].lines, products }
}

async function rows(database, statement) {
  return (await database.runAndReadAll(statement)).getRowObjects()
}
