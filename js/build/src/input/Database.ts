// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'

/**
 * DuckDB in memory, with a folder of its own to spill to. It loads no extensions and works in UTC, so that the same
 * files give the same pack on every machine.
 */
export class Database {
  private _links = 0

  private constructor(
    private readonly _instance: DuckDBInstance,
    readonly connection: DuckDBConnection,
    private readonly _folder: string,
  ) {}

  static async open(): Promise<Database> {
    // Only here: it takes longer to load than all the rest of the command line, and most commands do without.
    const { DuckDBInstance } = await import('@duckdb/node-api')
    const folder = mkdtempSync(join(tmpdir(), 'etalage-'))
    const instance = await DuckDBInstance.create(':memory:', {
      temp_directory: join(folder, 'spill'),
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    })
    const connection = await instance.connect()
    await connection.run("SET TimeZone = 'UTC'")
    return new Database(instance, connection, folder)
  }

  async run(sql: string): Promise<void> {
    await this.connection.run(sql)
  }

  /** All rows of a small result; 64-bit integers come as numbers. */
  async rows<Row>(sql: string): Promise<Row[]> {
    const result = await this.connection.runAndReadAll(sql)
    return result
      .getRowObjectsJS()
      .map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([key, value]) => [
            key,
            typeof value === 'bigint' ? Number(value) : value,
          ]),
        ),
      ) as Row[]
  }

  /** A result of any size, a few thousand rows at a time, as one array a column. */
  async *columns(sql: string): AsyncGenerator<unknown[][]> {
    for await (const chunk of await this.connection.stream(sql)) yield chunk.getColumns()
  }

  /** A path that DuckDB takes literally: it would read some letters in a path as a pattern. */
  literalPath(path: string): string {
    if (!/[*?[\]{}\\]/.test(path) || process.platform === 'win32') return path
    const link = join(this._folder, `input-${++this._links}`)
    symlinkSync(path, link)
    return link
  }

  close(): void {
    this.connection.closeSync()
    this._instance.closeSync()
    rmSync(this._folder, { recursive: true, force: true })
  }
}
