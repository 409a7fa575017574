// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// send: reports over so many connections, each as soon as the one before it is answered; gives the seconds that it takes.
// A report that is not counted stops the benchmark.
import { connect } from 'node:net'

export async function send(port, reports, connections) {
  const waiting = reports.map(request)
  const start = performance.now()
  await Promise.all(Array.from({ length: connections }, () => sendAll(port, waiting)))
  return (performance.now() - start) / 1000
}

function sendAll(port, waiting) {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1').setNoDelay().setEncoding('latin1')
    const next = () => {
      const text = waiting.pop()
      if (text === undefined) socket.end(resolve)
      else socket.write(text)
    }
    socket.on('connect', next).on('error', reject)
    let answer = ''
    socket.on('data', (text) => {
      answer += text
      if (!answer.endsWith('\r\n\r\n')) return
      if (!answer.startsWith('HTTP/1.1 204 ')) reject(new Error(`not counted: ${answer}`))
      answer = ''
      next()
    })
  })
}

function request(body) {
  return [
    'POST /reports HTTP/1.1',
    'Host: 127.0.0.1',
    'Content-Type: text/plain;charset=UTF-8',
    `Content-Length: ${body.length}`,
    '',
    body,
  ].join('\r\n')
}
