// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { readFile, stat } from 'node:fs/promises'
import type { PackDescription } from './PackDescription.js'

const interval = 1_000 // milliseconds

/** A pack's file, read again whenever it is another one. */
export class PackWatch {
  private _version = ''
  private _timer: NodeJS.Timeout | undefined
  private _isLooking = false

  constructor(
    private readonly _path: string,
    private readonly _describe: (pack: Uint8Array) => PackDescription,
    private readonly _take: (pack: PackDescription) => Promise<void>,
  ) {}

  /** Reads it now, and looks after it from then on; what goes wrong later leaves the pack as it was. */
  async open(onError: (error: unknown) => void): Promise<void> {
    await this.look()
    this._timer = setInterval(() => void this.lookAgain().catch(onError), interval).unref()
  }

  close(): void {
    clearInterval(this._timer)
  }

  /** One at a time, however long it takes. */
  private async lookAgain(): Promise<void> {
    if (this._isLooking) return
    this._isLooking = true
    try {
      await this.look()
    } finally {
      this._isLooking = false
    }
  }

  private async look(): Promise<void> {
    const { mtimeMs, ino, size } = await stat(this._path)
    const version = [mtimeMs, ino, size].join(' ')
    if (version === this._version) return
    const pack = await readFile(this._path)
    this._version = version // a broken one is told once
    const description = this._describe(pack)
    try {
      await this._take(description)
    } catch (error) {
      this._version = ''
      throw error
    }
  }
}
