// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The smallest shop that has a page, a banner, a pack and a collector. Each has an origin of its own, and with it storage that nobody has used,
// in whatever engine. The server's own log of requests is the witness that all engines have in common.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { strictCsp } from '../../../demo/server.mjs'
import { repository } from '../../../toolchain/paths.mjs'
import { pack as packFile } from './pack.mjs'

/** Of modules and packs this server knows no more than that they are bytes. */
const types = { '': 'text/html;charset=utf-8', '.js': 'text/javascript' }

const page = (script) => `<!doctype html>
<html lang="nl">
<meta charset="utf-8">
<title>The corner shop</title>
<link rel="icon" href="data:,">
<script src="/before.js"></script>
<script src="/watch.js"></script>
<script type="module" src="/${script}"></script>
<main></main>`

/**
 * `before`: a function that the page runs before anything else; it is given the time. `headers`: those of every answer. `files`: what a path answers
 * instead, as bytes, text or a status; 'blocked' breaks the connection. Gives { url, requests, reports }: a report as { body, headers };
 * all ends with the test.
 */
export async function openCornerShop(t, { before, headers = {}, files = {} } = {}) {
  const dist = join(repository, 'js', 'etalage', 'dist')
  const pack = await packFile()
  const opened = Date.now()
  const requests = []
  const reports = []

  function find(path) {
    if (path in files) return files[path]
    if (path === '/') return page('page.js')
    if (path.endsWith('.html')) return page(path.slice(1).replace('.html', '.js'))
    if (path === '/before.js') return before ? `(${before})(${opened})` : ''
    if (path === '/reports') return 204
    if (path === '/etalage/shop.pack') return readFileSync(pack)
    if (path.startsWith('/etalage/')) return readFileSync(join(dist, path.slice(9)))
    return readFileSync(join(import.meta.dirname, path))
  }

  async function collect(request) {
    let body = ''
    for await (const part of request) body += part
    reports.push({ body, headers: request.headers })
  }

  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`)
    const { pathname } = new URL(request.url, 'http://shop')
    if (request.method === 'POST') void collect(request)
    const answer = find(pathname)
    if (answer === 'blocked') return request.socket.destroy()
    response.writeHead(typeof answer === 'number' ? answer : 200, {
      'Content-Security-Policy': strictCsp,
      'Content-Type': types[extname(pathname).replace('.html', '')] ?? 'application/octet-stream',
      ...headers,
    })
    response.end(typeof answer === 'number' ? '' : answer)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.after(() => {
    server.close()
    server.closeAllConnections()
  })
  return { url: `http://127.0.0.1:${server.address().port}/`, requests, reports }
}
