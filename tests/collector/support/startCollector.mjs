// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// A collector in this process, behind a port, with a clock that the test sets.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { makeHandlers } from '../../../js/collector/dist/createCollector.js'
import { Server } from '../../../js/collector/dist/http/Server.js'
import { description } from './description.mjs'
import { testModule } from './testModule.mjs'

export const noon = Date.parse('2026-03-11T12:00:00Z')

export async function startCollector(
  t,
  { store, pack = description, now = noon, trustProxy = false, patience, ...options },
) {
  const folder = mkdtempSync(`${tmpdir()}/etalage-collector-`)
  t.after(() => rmSync(folder, { recursive: true }))
  const path = `${folder}/shop.pack`
  writeFileSync(path, JSON.stringify(pack))
  const clock = { now }
  const errors = []
  const onError = (error) => errors.push(error)
  const handlers = makeHandlers({
    store,
    pack: path,
    now: () => clock.now,
    module: await testModule(),
    onError,
    ...options,
  })
  const statuses = []
  const server = new Server({
    ...handlers,
    trustProxy,
    patience,
    onAnswer: (status) => statuses.push(status),
    onError,
  })
  const collector = await handlers.open()
  const port = await server.listen(0, '127.0.0.1')
  t.after(async () => {
    await server.close()
    await handlers.close()
  })
  const address = `http://127.0.0.1:${port}`
  const post = (body, init = {}) =>
    fetch(`${address}/reports`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain;charset=UTF-8', ...init.headers },
      body,
      ...init.rest,
    })
  return {
    address,
    port,
    clock,
    errors,
    statuses,
    collector,
    path,
    post,
    send: async (body, init) => (await post(body, init)).status,
    get: (path, init) => fetch(`${address}${path}`, init),
    json: async (path) => (await fetch(`${address}${path}`)).json(),
  }
}
