// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { unwatchFile, watchFile, type StatsListener } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { PackDescription } from './PackDescription.js'

const interval = 1_000 // milliseconds

/** What a pack's file says, read again whenever it is another one. */
export class PackWatch {
  private constructor(
    private readonly _path: string,
    private readonly _listener: StatsListener,
  ) {}

  /** Gives `take` what the file says now; later changes too, and what goes wrong with them to `onError`. */
  static async open(
    path: string,
    describe: (pack: Uint8Array) => PackDescription,
    take: (pack: PackDescription) => Promise<void>,
    onError: (error: unknown) => void,
  ): Promise<PackWatch> {
    const read = async () => take(describe(await readFile(path)))
    const listener: StatsListener = (now, before) => {
      const isChanged = now.mtimeMs !== before.mtimeMs || now.ino !== before.ino
      // A file that is gone for a moment is being replaced: the pack stays as it was.
      if (isChanged && now.nlink > 0) read().catch(onError)
    }
    watchFile(path, { interval, persistent: false }, listener)
    try {
      await read()
    } catch (error) {
      unwatchFile(path, listener)
      throw error
    }
    return new PackWatch(path, listener)
  }

  close(): void {
    unwatchFile(this._path, this._listener)
  }
}
