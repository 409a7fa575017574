// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { PostgresStore } from './PostgresStore.js'
import { SqliteStore } from './SqliteStore.js'
import type { Store } from './Store.js'

/** `postgres://…`, or the path of a SQLite file, which is made where there is none. */
export async function openStore(name: string, onError: (error: unknown) => void): Promise<Store> {
  return isPostgres(name) ? PostgresStore.open(name, onError) : new SqliteStore(name)
}

function isPostgres(name: string): boolean {
  return /^postgres(ql)?:\/\//.test(name)
}
