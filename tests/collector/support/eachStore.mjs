// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// eachStore: the same tests on both databases.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { after, before, describe } from 'node:test'
import { Postgres } from './Postgres.mjs'

/** `define` is given a function that makes an empty database and gives its name, as --db takes it. */
export function eachStore(define) {
  describe('SQLite:', () => {
    const folder = mkdtempSync(`${tmpdir()}/etalage-sqlite-`)
    after(() => rmSync(folder, { recursive: true }))
    let files = 0
    define(() => `${folder}/${++files}.sqlite`)
  })
  describe('PostgreSQL:', () => {
    let postgres
    before(async () => (postgres = await Postgres.start()))
    after(() => postgres.stop())
    define(() => postgres.database())
  })
}
