// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The shop's side: counts what its shoppers report, and shows the shop what they say. The reports come in at the shop's own address;
// the dashboard has a port of its own, on this machine alone.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { request as httpRequest } from 'node:http'
import { fileURLToPath } from 'node:url'

const command = fileURLToPath(new URL('../js/collector/dist/cli.js', import.meta.url))

/**
 * Starts the collector of a site's pack over a database file. Resolves to { url, handle, close }: the dashboard's address, and what hands a
 * request to /etalage/reports on to it, as a shop's web server would.
 */
export async function startCollector({ pack, db, history, port = 0 }) {
  const options = ['--pack', pack, '--db', db, '--port', String(port), '--trust-proxy']
  if (history) options.push('--history', history)
  const child = spawn(process.execPath, [command, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await address(child)
  return {
    url,
    handle(request, response) {
      const { method, headers, socket } = request
      const onward = httpRequest(new URL('/reports', url), {
        method,
        headers: { ...headers, 'x-forwarded-for': socket.remoteAddress },
      })
      onward.on('response', (answer) => {
        response.writeHead(answer.statusCode, answer.headers)
        answer.pipe(response)
      })
      onward.on('error', () => response.writeHead(502).end())
      request.pipe(onward)
    },
    async close() {
      if (child.exitCode !== null) return
      child.kill()
      await once(child, 'exit')
    },
  }
}

/** The address that the collector prints when it listens. */
function address(child) {
  return new Promise((resolve, reject) => {
    let printed = ''
    child.stdout.on('data', (text) => {
      printed += text
      const found = /http:\/\/\S+?:\d+\/?/.exec(printed)
      if (found) resolve(found[0])
    })
    child.once('exit', (code) => reject(new Error(`etalage-collector ended with ${code}`)))
  })
}
