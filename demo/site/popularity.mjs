// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// In how many visits each product was chosen: a Map by id. The pack ranks its bestsellers by the same
// number, so that the page looks the same before and after the shop window opens.

import { DuckDBInstance } from '@duckdb/node-api'

export async function countVisits(historyFile) {
  const database = await (await DuckDBInstance.create(':memory:')).connect()
  const result = await database.runAndReadAll(`
    SELECT item_id::VARCHAR AS id, count(DISTINCT session)::INTEGER AS visits
    FROM '${historyFile.replaceAll("'", "''")}' GROUP BY item_id`)
  return new Map(result.getRowObjects().map(({ id, visits }) => [id, visits]))
}
