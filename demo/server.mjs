// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Serves a rendered site on loopback, as a shop's server would: static files that are revalidated by
// ETag, under a strict Content-Security-Policy.

import { createReadStream } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import sirv from 'sirv'

export const strictCsp = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
].join('; ')

/**
 * Resolves to { url, port, close } once the server listens. Where `port` is taken the system chooses
 * one; port 0 leaves the choice to the system. `reports` answers requests to /etalage/reports.
 */
export async function startServer({ dir, port = 0, csp = strictCsp, reports }) {
  const files = sirv(dir, {
    dev: true, // looks at the disk for every request: the pack may be replaced while the server runs
    etag: true,
    setHeaders(response, path) {
      if (path.endsWith('.pack')) response.setHeader('Content-Type', 'application/octet-stream')
    },
  })
  const server = createServer((request, response) => {
    response.setHeader('Content-Security-Policy', csp)
    response.setHeader('X-Content-Type-Options', 'nosniff')
    response.setHeader('Referrer-Policy', 'same-origin')
    if (reports && request.url === '/etalage/reports') return reports(request, response)
    files(request, response, () => notFound(dir, request, response))
  })
  await listen(server, port)
  const chosen = server.address().port
  return {
    url: `http://127.0.0.1:${chosen}/`,
    port: chosen,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      }),
  }
}

function notFound(dir, request, response) {
  const lang = /^\/(nl|en)\//.exec(request.url)?.[1] ?? 'nl'
  response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8' })
  createReadStream(join(dir, lang, '404', 'index.html'))
    .on('error', () => response.end('Not found'))
    .pipe(response)
}

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', (error) => {
      if (error.code !== 'EADDRINUSE' || port === 0) return reject(error)
      server.once('error', reject)
      server.listen(0, '127.0.0.1')
    })
    server.listen(port, '127.0.0.1')
  })
}
