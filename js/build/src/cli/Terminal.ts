// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

import type { Progress } from '../Progress.js'

/** Where a command prints: the result on standard output, progress and errors on standard error. */
export class Terminal {
  private _line = ''

  constructor(readonly json: boolean) {}

  /** The result: as one JSON object where that was asked for, else as text. */
  result(value: unknown, text: () => string): void {
    this.clear()
    process.stdout.write((this.json ? JSON.stringify(value, null, 2) : text()) + '\n')
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
