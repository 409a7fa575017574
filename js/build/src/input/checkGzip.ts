// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { createReadStream } from 'node:fs'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { EtalageError } from '../EtalageError.js'

/** DuckDB takes a cut-off gzip file for a short one, without a word: so read it to its end and checksum first. */
export async function checkGzip(path: string, file: string): Promise<void> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  await pipeline(createReadStream(path), createGunzip(), nowhere).catch((error: unknown) => {
    throw new EtalageError({
      code: 'gzip-broken',
      file,
      what: `not a complete gzip file (${(error as Error).message})`,
      expected: 'a file that gzip -t accepts',
    })
  })
}
