// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'

/** A text file, piece by piece, unpacked where it is gzipped and without its byte order mark. */
export async function* readText(path: string, gzip: boolean): AsyncGenerator<string> {
  const bytes = createReadStream(path)
  const stream = gzip ? bytes.pipe(createGunzip()) : bytes
  bytes.on('error', (error) => stream.destroy(error))
  try {
    let first = true
    for await (const piece of stream.setEncoding('utf8') as AsyncIterable<string>) {
      yield first && piece.startsWith('\ufeff') ? piece.slice(1) : piece
      first = false
    }
  } finally {
    bytes.destroy()
  }
}
