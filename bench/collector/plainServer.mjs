// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// plainServer: the straightforward collector, as a peer. Counts a report in SQLite in a transaction of its own; as durable as
// ours, with less checked. plainServer.mjs FILE
import { createServer } from 'node:http'
import Database from 'better-sqlite3'

const database = new Database(process.argv[2])
database.pragma('journal_mode = WAL')
database.pragma('synchronous = FULL')
database.exec(`
  CREATE TABLE ids (series text, epoch integer, id text, PRIMARY KEY (series, epoch, id));
  CREATE TABLE counts (series text, epoch integer, bucket integer, count integer, PRIMARY KEY (series, epoch, bucket));`)
const insertId = database.prepare('INSERT INTO ids VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
const addCount = database.prepare(
  'INSERT INTO counts VALUES (?, ?, ?, 1) ON CONFLICT DO UPDATE SET count = count + 1',
)
const count = database.transaction(({ series, epoch, id, answer }) => {
  if (insertId.run(series, epoch, id).changes === 0) return 409
  Buffer.from(answer, 'hex').forEach((byte, i) => {
    for (let bit = 0; bit < 8; ++bit)
      if (byte & (1 << bit)) addCount.run(series, epoch, i * 8 + bit)
  })
  return 204
})

const server = createServer(async (request, response) => {
  let body = ''
  for await (const chunk of request) body += chunk
  response.writeHead(count(JSON.parse(body))).end()
})
server.listen(0, '127.0.0.1', () =>
  console.log(`listening at http://127.0.0.1:${server.address().port}:`),
)
