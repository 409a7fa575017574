// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { deleteDatabase, nameOf, openDatabase, openPatience, within } from './database.js'

/** Where trying again at once is of no use. */
export const lasting = ['TimeoutError', 'QuotaExceededError', 'NotAllowedError']

/** The page's connection to the database: opened when it is needed, given up when it fails, opened again. */
export class Connection {
  private opening: Promise<IDBDatabase> | undefined
  /** The database has not answered in time. It may still. */
  private late = false
  /** Chromium's files can be damaged beyond opening. */
  private damaged = false
  private recreated = false
  /** The last use failed in the end. */
  failed = false

  constructor(
    private readonly mayCreate: () => boolean,
    private readonly onLate: () => void,
    /** What is stored is given up without anybody having read it. */
    private readonly onGivenUp: () => void,
  ) {}

  /** Engines drop connections, those of hidden tabs above all. What can bear being done twice is tried three times. */
  async use<T>(work: (database: IDBDatabase) => Promise<T>, attempts = 3): Promise<T> {
    for (let attempt = 1; ; ++attempt) {
      try {
        const result = await work(await this.connect())
        this.failed = false
        return result
      } catch (error) {
        this.failed = true
        if (!this.late) this.close()
        if (lasting.includes(nameOf(error))) throw error
        if (attempt >= attempts) {
          if (!this.damaged || this.recreated || attempts === 1) throw error
          // Once, the shopper gets an empty one.
          this.recreated = true
          this.onGivenUp()
          await deleteDatabase()
        }
      }
      await new Promise((resolve) => setTimeout(resolve, 50 * attempt))
    }
  }

  /** Whatever comes of it, nobody uses this connection any more. */
  close(): void {
    const opening = this.opening
    this.opening = undefined
    this.late = false
    opening?.then(shut, () => undefined)
  }

  private async connect(): Promise<IDBDatabase> {
    const opening = (this.opening ??= this.open())
    this.damaged = false
    try {
      return await within(this.late ? 0 : openPatience, opening)
    } catch (error) {
      this.late = this.opening === opening && nameOf(error) === 'TimeoutError'
      this.damaged = /opening backing store/.test(String(error))
      throw error
    }
  }

  private open(): Promise<IDBDatabase> {
    const opening = openDatabase(this.mayCreate)
    const lost = () => {
      if (this.opening === opening) this.close()
    }
    opening.then((database) => {
      // Another tab deletes or changes the database: stand in nobody's way.
      database.onversionchange = () => {
        shut(database)
        lost()
      }
      database.onclose = lost
      if (!this.late || this.opening !== opening) return
      this.late = false
      this.onLate()
    }, lost)
    return opening
  }
}

/** A connection that cannot be closed is one that the browser has closed. */
function shut(database: IDBDatabase): void {
  try {
    database.close()
  } catch {
    // Nothing is left to do.
  }
}
