// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// rawRequest: what no well-behaved client sends, over a plain connection; gives all that comes back until the connection ends.
import { connect } from 'node:net'

/** `send` is given the socket as soon as it is connected. */
export function rawRequest(port, send) {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => send(socket)).setEncoding('latin1')
    socket.on('data', (text) => (answer += text))
    // What the server did not want to read any more ends in a reset.
    socket.on('error', (error) =>
      ['ECONNRESET', 'EPIPE'].includes(error.code) ? undefined : reject(error),
    )
    socket.on('close', () => resolve(answer))
  })
}
