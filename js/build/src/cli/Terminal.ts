// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

import { once } from 'node:events'
import type { Progress } from '../Progress.js'

/** Where a command prints: the result on standard output, progress and errors on standard error. */
export class Terminal {
  private _line = ''

  /** `lines`: a JSON object takes one line, so that a reader of lines can read all that is printed. */
  constructor(
    readonly json: boolean,
    private readonly _lines = false,
  ) {}

  /** The result: as one JSON object where that was asked for, else as text. */
  result(value: unknown, text: () => string): void {
    this.text(this.json ? JSON.stringify(value, null, this._lines ? 0 : 2) : text())
  }

  text(text: string): void {
    this.clear()
    process.stdout.write(text + '\n')
  }

  /** One of many results; waits where the reader is slower, so that they do not pile up in memory. */
  async line(value: unknown): Promise<void> {
    this.clear()
    if (!process.stdout.write(JSON.stringify(value) + '\n')) await once(process.stdout, 'drain')
  }

  /** Rewrites one line on a terminal; says nothing into files and pipes. */
  readonly progress: Progress = (doing) => {
    if (!process.stderr.isTTY || doing === this._line) return
    const width = process.stderr.columns || 80
    process.stderr.write(`\r\x1b[2K${doing.slice(0, width - 1)}`)
    this._line = doing
  }

  error(text: string): void {
    this.clear()
    process.stderr.write(text + '\n')
  }

  clear(): void {
    if (this._line) process.stderr.write('\r\x1b[2K')
    this._line = ''
  }

  bold(text: string): string {
    return paint(process.stdout, 1, text)
  }

  dim(text: string): string {
    return paint(process.stdout, 2, text)
  }

  red(text: string): string {
    return paint(process.stderr, 31, text)
  }
}

function paint(stream: NodeJS.WriteStream, style: number, text: string): string {
  return stream.isTTY && !process.env.NO_COLOR ? `\x1b[${style}m${text}\x1b[0m` : text
}
